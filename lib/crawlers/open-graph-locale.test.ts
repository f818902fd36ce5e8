import { expect, it } from 'vitest'
import { openGraphLocale } from '@/lib/crawlers/open-graph-locale'

it('a language without a region gets the likeliest one', () => {
  expect(['en', 'hi', 'pt', 'pt-PT', 'zh-Hant', 'en-US'].map(openGraphLocale)).toEqual([
    ...['en_GB', 'hi_IN', 'pt_BR', 'pt_PT', 'zh_TW', 'en_US'],
  ])
})

it('an unknown language gets no region', () => {
  expect(openGraphLocale('qaa')).toBe('qaa')
})
