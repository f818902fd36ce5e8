import { parseDocument } from 'htmlparser2'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { JsonLd } from '@/components/json-ld'
import { HOSTILE_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'

const HOSTILE = [
  ...HOSTILE_STRINGS,
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>',
  'a\u2028b\u2029c',
  '&lt;/script&gt;',
]

const print = (name: string) =>
  renderToStaticMarkup(<JsonLd graph={{ '@context': 'https://schema.org', '@graph': [{ '@type': 'Thing', name }] }} />)

it('no headline ends the script, begins a comment or a line, or changes on the way', () => {
  for (const words of HOSTILE) {
    const markup = print(words)
    const inside = markup.slice(markup.indexOf('>') + 1, markup.lastIndexOf('<'))
    expect(inside).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(inside)['@graph'][0].name).toBe(words)
  }
})

it('a parser finds one element and nothing behind it', () => {
  const found = parseDocument(HOSTILE.map(print).join('')).children
  expect(found).toHaveLength(HOSTILE.length)
})
