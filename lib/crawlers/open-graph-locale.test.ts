import { expect, it } from 'vitest'
import { openGraphLocale } from '@/lib/crawlers/open-graph-locale'

it('a language without a region gets its likeliest', () => {
  expect(['en', 'hi', 'pt', 'pt-PT', 'zh-Hant', 'en-US'].map(openGraphLocale)).toEqual([
    ...['en_GB', 'hi_IN', 'pt_BR', 'pt_PT', 'zh_TW', 'en_US'],
  ])
})

it('a language that nobody knows stands alone', () => {
  expect(openGraphLocale('qaa')).toBe('qaa')
})
