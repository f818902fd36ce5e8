import { expect, test } from 'vitest'
import { lowerCase, nameKey, nameSearchKey } from '@/lib/text/name-key'

test.each([
  ['Mara Quill', 'Mara\u00a0 Quill\u200b'],
  ['Bundestagswahl', 'Bundes\u00adtagswahl'],
  ['Café', 'CAFE\u0301'],
  ['Fire', 'ﬁre'],
  ['Istanbul', 'İSTANBUL'],
  ['O’Neill', "o'neill"],
  ['Breaking', '𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴'],
  ['Tokyo', 'Ｔｏｋｙｏ'],
  ['می‌خواهم', 'میخواهم'],
])('%s and its other spelling are one name', (one, other) => expect(nameKey(other)).toBe(nameKey(one)))

test.each([
  ['Irak', 'Ira'],
  ['Ilk', 'ılk'],
  ['Port', 'Pört'],
])('%s and %s are two names', (one, other) => expect(nameKey(other)).not.toBe(nameKey(one)))

test.each([
  ['Málaga', 'malaga'],
  ['Αθήνα', 'αθηνα'],
  ['Королёв', 'королев'],
  ['한국', '하'],
])('%s is found by %s', (name, typed) => expect(nameSearchKey(name)).toContain(nameSearchKey(typed)))

test.each([
  ['मुंबई', 'मबई'],
  ['กิน', 'กน'],
])('%s is not found by %s, which is without its vowel signs', (name, typed) => {
  expect(nameSearchKey(name)).not.toContain(nameSearchKey(typed))
  expect(nameSearchKey(name)).toContain(nameSearchKey(name))
})

test('lower case is as short as what was typed', () => {
  expect(lowerCase('İSTANBUL')).toBe('istanbul')
  expect(nameKey('\u200b')).toBe('')
})
