import { expect, it } from 'vitest'
import { newsLanguage, newsSitemap } from '@/lib/sitemaps/news'

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['hi', 'hi'],
  ['ar', 'ar'],
  ['fil', 'fil'],
  ['pt-BR', 'pt'],
  ['zh', 'zh-cn'],
  ['zh-Hans', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
  ['zh-TW', 'zh-tw'],
  ['zh-Hant-HK', 'zh-tw'],
  ['zh-Hans-HK', 'zh-cn'],
  ['zh-SG', 'zh-cn'],
])('the language %s is %s in the news sitemap', (language, expected) => {
  expect(newsLanguage(language)).toBe(expected)
})

it('a headline is unchanged, without characters that XML does not allow', () => {
  const story = { address: 'https://observer.example/city/1', language: 'en', published: '2026-11-23T14:02:00+00:00' }
  const xml = newsSitemap([{ ...story, headline: 'Fish & <chips>\u0007 “dearer”' }], 'Observer & Son')
  expect(xml).toContain('<news:title>Fish &amp; &lt;chips&gt; “dearer”</news:title>')
  expect(xml).toContain('<news:name>Observer &amp; Son</news:name>')
  expect(xml).toContain('<news:publication_date>2026-11-23T14:02:00+00:00</news:publication_date>')
})
