import fc from 'fast-check'
import { expect, it } from 'vitest'
import { languageVersions } from '@/lib/article/language-versions'
import { propertyRuns } from '@/lib/testing/property-runs'

const english = { id: 1, headline: 'The tram', path: '/city/tram-1', language: 'en', isOriginal: true }
const hindi = { id: 2, headline: 'ट्राम', path: '/city/tram-2', language: 'hi', isOriginal: false }
const arabic = { id: 3, headline: 'الترام', path: '/city/tram-3', language: 'ar', isOriginal: false }

it('a story in one language has no versions', () => {
  expect(languageVersions({ ...english, translations: [] })).toEqual([])
})

it('every version lists the same versions, itself among them', () => {
  const family = [english, hindi, arabic]
  const lists = family.map((one) => languageVersions({ ...one, translations: family.filter((other) => other !== one) }))
  for (const list of lists)
    expect(new Set(list.map(({ path, language }) => `${language} ${path}`))).toEqual(
      new Set(['en /city/tram-1', 'hi /city/tram-2', 'ar /city/tram-3', 'x-default /city/tram-1']),
    )
})

it('without its original a story has no default version', () => {
  const list = languageVersions({ ...hindi, translations: [arabic] })
  expect(list.map(({ language }) => language)).toEqual(['hi', 'ar'])
})

it('of two versions in one language the first is named by all, and the second neither names others nor is named', () => {
  const other = { ...hindi, id: 4, path: '/city/tram-4', language: 'HI' }
  const list = languageVersions({ ...english, translations: [hindi, other] })
  expect(list.map(({ path }) => path)).toEqual(['/city/tram-1', '/city/tram-2', '/city/tram-1'])
  expect(languageVersions({ ...hindi, translations: [english, other] })).toEqual(list)
  expect(languageVersions({ ...other, translations: [english, hindi] })).toEqual([])
})

it('versions in the language of the original are no versions in other languages', () => {
  const copy = { ...hindi, language: 'en' }
  expect(languageVersions({ ...english, translations: [copy] })).toEqual([])
  expect(languageVersions({ ...copy, translations: [english] })).toEqual([])
})

it('whatever versions a story has, those that are listed list each other', () => {
  const tags = fc.constantFrom('en', 'hi', 'ar', 'pt-BR', 'pt-br')
  const family = fc.array(fc.record({ language: tags, isUnlisted: fc.boolean() }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(family, fc.boolean(), (versions, hasOriginal) => {
      const all = versions.map((version, place) => ({
        ...version,
        id: place + 1,
        headline: 'The tram',
        path: `/city/tram-${place + 1}`,
        isOriginal: hasOriginal && place === 0,
      }))
      const lists = new Map(
        all.map((one) => [one.path, languageVersions({ ...one, translations: all.filter((other) => other !== one) })]),
      )
      for (const [path, list] of lists) {
        const named = list.filter(({ language }) => language !== 'x-default')
        expect(named.length).not.toBe(1)
        expect(new Set(named.map(({ language }) => language.toLowerCase())).size).toBe(named.length)
        if (named.length) expect(named.map((version) => version.path)).toContain(path)
        for (const version of list) expect(lists.get(version.path)).toEqual(list)
      }
    }),
    { numRuns: propertyRuns() },
  )
})

it('a version that search engines are asked not to list neither names the others nor is named', () => {
  const unlisted = { ...hindi, isUnlisted: true }
  const list = languageVersions({ ...english, translations: [unlisted, arabic] })
  expect(list.map(({ language }) => language)).toEqual(['en', 'ar', 'x-default'])
  expect(languageVersions({ ...unlisted, translations: [english, arabic] })).toEqual([])
})
