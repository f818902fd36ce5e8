import { expect, test } from 'vitest'
import { cleaningsIn } from '@/lib/text/clean-text'
import { cleaningHeader, cleaningsBetween, cleaningWords, parseCleaningHeader } from '@/lib/text/cleaning-words'

test('an editor is told in words what was taken out and what was written in letters', () => {
  expect(cleaningWords(cleaningsIn('Bundes\u00adtags\u00adwahl\u0000 oﬃce'))).toBe(
    'Taken out, because readers do not see them: 2 soft hyphens and 1 control character. Written in letters: 1 ligature.',
  )
  expect(cleaningWords(cleaningsIn('\u202eFerry \ud83d'))).toBe(
    'Taken out, because readers do not see them: 1 direction control and 1 broken character.',
  )
  expect(cleaningWords(cleaningsIn('The fire office'))).toBe('')
})

test('what was kept as it was sent, such as a password, was not cleaned', () => {
  const sent = { password: 'har\u200bbour', name: 'Mara\u200b Quill', text: [{ text: 'a\u00ad' }, { text: 'b' }] }
  const kept = { password: 'har\u200bbour', name: 'Mara Quill', text: [{ text: 'a' }, { text: 'b' }] }
  expect(cleaningsBetween(sent, kept)).toEqual(
    new Map([
      ['unseen', 1],
      ['soft-hyphen', 1],
    ]),
  )
  expect(cleaningsBetween({ name: ' Mara Quill ' }, { name: 'Mara Quill' })).toEqual(new Map())
})

test('a text that was nothing but spelling nobody sees is told of too', () => {
  expect(cleaningsBetween({ name: '\u200f' }, { name: '' })).toEqual(new Map([['unseen', 1]]))
})

test('what was cleaned goes through the header of an answer and back', () => {
  const cleanings = cleaningsIn('Bundes\u00adtags\u00adwahl\u0000')
  expect(cleaningHeader(cleanings)).toBe('soft-hyphen=2, control=1')
  expect(parseCleaningHeader(cleaningHeader(cleanings))).toEqual(cleanings)
  expect(parseCleaningHeader('')).toEqual(new Map())
  expect(parseCleaningHeader('soft-hyphen=x, ghosts=3')).toEqual(new Map())
})
