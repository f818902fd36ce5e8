import { expect, test } from 'vitest'
import { openSearchDescription, suggestionsJson } from '@/lib/search/open-search'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

test('browsers learn where and in which language the paper is searched [open-search]', () => {
  const settings = { ...PUBLICATION.settings, name: 'The Port Linnet Observer & Gazette', language: 'en-GB' }
  const xml = openSearchDescription(settings, 'https://observer.example')
  expect(xml).toContain('<ShortName>The Port Linnet</ShortName>')
  expect(xml).toContain('<LongName>The Port Linnet Observer &amp; Gazette</LongName>')
  expect(xml).toContain('<Language>en-GB</Language>')
  expect(xml).toContain('template="https://observer.example/search?q={searchTerms}"')
  expect(xml).toContain('template="https://observer.example/search/suggest?q={searchTerms}"')
})

test('suggestions are four lists of one length behind what was typed [search-suggestions]', () => {
  const found = [{ words: 'Harbour', kind: 'topic', path: '/topics/harbour' }]
  expect(JSON.parse(suggestionsJson('harb', found, 'https://observer.example'))).toEqual([
    'harb',
    ['Harbour'],
    ['Topic'],
    ['https://observer.example/topics/harbour'],
  ])
})
