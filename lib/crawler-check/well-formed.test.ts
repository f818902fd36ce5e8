import { expect, it } from 'vitest'
import { notWellFormed } from '@/lib/crawler-check/well-formed'

it.each([
  '<?xml version="1.0"?><a><b c="d &amp; e"/>x &#233; <![CDATA[<&>]]><!-- & --></a>\n',
  '<rss:a xmlns:rss="x"></rss:a>',
])('%s is well-formed', (xml) => {
  expect(notWellFormed(xml)).toBeNull()
})

it.each([
  ['<a><b></a>', '</a> closes nothing'],
  ['<a>', '<a> is never closed'],
  ['<a/><b/>', 'it has 2 roots'],
  ['', 'it has 0 roots'],
  ['<a>Fish & chips</a>', 'a bare & stands in the text'],
  ['<a href="?a&b"/>', 'a bare & stands in <a>'],
  ['<a href=b/>', 'a tag is broken at <a href=b/>'],
  ['<a/>words', 'text stands outside of everything'],
  ['<a><!-- </a>', '<!-- is never closed'],
  ['<a>&nbsp;</a>', 'a bare & stands in the text'],
])('%s is not: %s', (xml, why) => {
  expect(notWellFormed(xml)).toBe(why)
})
