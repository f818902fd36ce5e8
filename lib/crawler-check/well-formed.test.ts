import { expect, it } from 'vitest'
import { notWellFormed } from '@/lib/crawler-check/well-formed'

it.each([
  '<?xml version="1.0"?><a><b c="d &amp; e"/>x &#233; <![CDATA[<&>]]><!-- & --></a>\n',
  '<rss:a xmlns:rss="x"></rss:a>',
  '<a title="Tides > 3 m"/>',
  "<a title='5 > 4'>x > y</a>",
  '\uFEFF<a/>',
])('%s is well-formed', (xml) => {
  expect(notWellFormed(xml)).toBeNull()
})

it.each([
  ['<a><b></a>', /unexpected close tag/],
  ['<a>', /unclosed tag: a/],
  ['<a/><b/>', /documents may contain only one root/],
  ['', /document must contain a root element/],
  ['<a>Fish & chips</a>', /unclosed tag: a/],
  ['<a>Fish & chips<b>&amp;</b></a>', /disallowed character in entity name/],
  ['<a href="?a&b"/>', /unexpected end/],
  ['<a href=b/>', /unquoted attribute value/],
  ['<a href="a" href="b"/>', /duplicate attribute: href/],
  ['<a href="<b>"/>', /disallowed character/],
  ['<a/>words', /text data outside of root node/],
  ['<a><!-- </a>', /unclosed tag|unexpected end/],
  ['<a>&nbsp;</a>', /undefined entity/],
])('%s is not well-formed: %s', (xml, reason) => {
  expect(notWellFormed(xml)).toMatch(reason)
})

it('the first problem is named with its line and column', () => {
  expect(notWellFormed('<a>\n  <b>&nbsp;</b><c>\n</a>')).toBe('line 2, column 11: undefined entity')
})
