import { expect, it } from 'vitest'
import { languageVersions } from '@/lib/article/language-versions'

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

it('of two versions in one language each page names itself', () => {
  const other = { ...hindi, id: 4, path: '/city/tram-4' }
  const list = languageVersions({ ...other, translations: [english, hindi] })
  expect(list.find(({ language }) => language === 'hi')?.path).toBe('/city/tram-4')
})

it('a version that search engines are asked not to list neither names the others nor is named', () => {
  const unlisted = { ...hindi, isUnlisted: true }
  const list = languageVersions({ ...english, translations: [unlisted, arabic] })
  expect(list.map(({ language }) => language)).toEqual(['en', 'ar', 'x-default'])
  expect(languageVersions({ ...unlisted, translations: [english, arabic] })).toEqual([])
})
