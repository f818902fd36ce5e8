import { expect, test } from 'vitest'
import { paperLanguages } from '@/lib/desk/settings/paper-languages'
import { isLanguageTag } from '@/lib/paper/language'

test('a language is chosen by its name', () => {
  const names = new Map(paperLanguages('en').map(({ tag, name }) => [tag, name]))
  expect([names.get('en'), names.get('hi'), names.get('pt-BR')]).toEqual(['English', 'Hindi', 'Portuguese (Brazil)'])
  expect(names.get('zh-Hant')).toContain('Traditional')
})

test('every language of the list is one, once, and the paper’s own is among them', () => {
  const tags = paperLanguages('qaa').map(({ tag }) => tag)
  expect(tags.filter((tag) => !isLanguageTag(tag))).toEqual([])
  expect(new Set(tags).size).toBe(tags.length)
  expect(tags).toEqual(expect.arrayContaining(['qaa', 'ur', 'sw', 'cy', 'he']))
  expect(tags).not.toContain('iw')
})
