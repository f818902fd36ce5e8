import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openGraphLocale } from '@/lib/crawlers/open-graph-locale'
import { propertyRuns } from '@/lib/testing/property-runs'

it('a language without a region gets the likeliest one', () => {
  expect(['en', 'hi', 'pt', 'pt-PT', 'zh-Hant', 'en-US', 'es', 'fr-CA'].map(openGraphLocale)).toEqual([
    ...['en_GB', 'hi_IN', 'pt_BR', 'pt_PT', 'zh_TW', 'en_US', 'es_ES', 'fr_CA'],
  ])
})

it('a region that Facebook does not know becomes the locale that it has for the language', () => {
  const regions = ['ar', 'ar-EG', 'en-AU', 'es-AR', 'es-419', 'de-AT', 'pt-AO', 'zh-SG', 'zh-Hant-MO', 'ur', 'bn', 'no']
  expect(regions.map(openGraphLocale)).toEqual([
    ...['ar_AR', 'ar_AR', 'en_GB', 'es_LA', 'es_LA', 'de_DE', 'pt_PT', 'zh_CN', 'zh_TW', 'ur_PK', 'bn_IN', 'nb_NO'],
  ])
})

it('a language that Facebook does not know keeps its own code', () => {
  expect(['qaa', 'scn', 'qaa-001'].map(openGraphLocale)).toEqual(['qaa', 'scn_IT', 'qaa'])
})

it('is a language and at most a territory, for any tag', () => {
  const letters = (units: string, minLength: number, maxLength = minLength) =>
    fc.string({ unit: fc.constantFrom(...units), minLength, maxLength })
  const low = 'abcdefghijklmnopqrstuvwxyz'
  const tag = fc
    .tuple(
      letters(low, 2, 3),
      fc.option(fc.constantFrom('Latn', 'Arab', 'Hant', 'Deva'), { nil: null }),
      fc.option(fc.oneof(letters(low.toUpperCase(), 2), letters('0123456789', 3)), { nil: null }),
    )
    .map((parts) => parts.filter((part) => part !== null).join('-'))
  fc.assert(
    fc.property(tag, (any) => /^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(openGraphLocale(any))),
    { numRuns: propertyRuns() },
  )
})
