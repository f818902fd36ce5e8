import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { element, xmlDocument, xmlText } from '@/lib/markup/xml'
import { NAUGHTY_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'
import { propertyRuns } from '@/lib/testing/property-runs'

describe('an element', () => {
  it('has its content in order, and nothing for null', () => {
    const line = element('line', {}, 'Pier 4', element('stop', { at: 7 }), null, [element('b', {}, 'x'), 'y'])
    expect(line.source).toBe('<line>Pier 4<stop at="7"/><b>x</b>y</line>')
  })

  it('has an end tag when its content is an empty text', () => {
    expect(element('td', {}, '').source).toBe('<td></td>')
    expect(element('td', {}, []).source).toBe('<td></td>')
    expect(element('hr').source).toBe('<hr/>')
  })

  it('leaves out attributes that are null, and keeps empty ones', () => {
    expect(element('img', { alt: '', credit: null, width: 0 }).source).toBe('<img alt="" width="0"/>')
  })

  it('escapes the characters of markup', () => {
    expect(element('a', { b: `<"&'\n\t\r` }, `<&>"']]>\r`).source).toBe(
      `<a b="&lt;&quot;&amp;'&#10;&#9;&#13;">&lt;&amp;&gt;"']]&gt;&#13;</a>`,
    )
  })

  it.each(['', '1st', 'a b', 'a:b:c', 'a>'])('is not called "%s"', (name) => {
    expect(() => element(name)).toThrow('is not a name in XML')
    expect(() => element('a', { [name]: '' })).toThrow('is not a name in XML')
  })
})

it('characters that XML does not allow are left out and glue no words, all others stay', () => {
  expect(xmlText('a\u0000\u0008\u001f\ufffe\uffff\ud83db')).toBe('ab')
  expect(xmlText('Line one\u000bLine two\u000cLine three')).toBe('Line one Line two Line three')
  expect(xmlText('a\t\n\u0085\u00a0\u2028\ud83d\ude80\u{10ffff}b')).toBe(
    'a\t\n\u0085\u00a0\u2028\ud83d\ude80\u{10ffff}b',
  )
})

it('any text is parsed back unchanged, except characters that XML does not allow', () => {
  const characters = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(characters, (text) => {
      const [read] = DomUtils.getElementsByTagName(
        'a',
        parseDocument(xmlDocument(element('a', { b: text }, text)), { xmlMode: true }),
      )
      const allowed = [...text.replace(/[\v\f]/g, ' ')].filter((character) => xmlText(character) !== '').join('')
      expect(read && DomUtils.textContent(read)).toBe(allowed)
      expect(read?.attribs.b).toBe(allowed)
    }),
    { numRuns: propertyRuns() },
  )
})

it('hostile strings leave a document well-formed', async () => {
  const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('')
  const contents = xmlDocument(
    element(
      'all',
      {},
      [...NAUGHTY_STRINGS, every].map((string) => element('one', { as: string }, string)),
    ),
  )
  const read = await validateXML({ xml: { fileName: 'all.xml', contents }, normalization: 'c14n' })
  expect(read.errors).toEqual([])
}, 60_000)
