import { expect, test } from 'vitest'
import { lastWord, typedAddress } from '@/lib/addresses/typed-address'

const ORIGIN = 'https://observer.example'

test.each([
  ['https://tides.example/a?b=1#c', 'https://tides.example/a?b=1#c'],
  ['www.tides.example', 'https://www.tides.example'],
  ['tides.example/today', 'https://tides.example/today'],
  ['bücher.example', 'https://bücher.example'],
  ['//tides.example/', 'https://tides.example/'],
  ['desk@observer.example', 'mailto:desk@observer.example'],
  ['mailto:desk@observer.example?subject=Tides', 'mailto:desk@observer.example?subject=Tides'],
  ['tel:+351 213 456 789', 'tel:+351213456789'],
  ['/topics/harbour', 'https://observer.example/topics/harbour'],
  ['the last ferry', null],
  ['ferry', null],
  ['e.g.', null],
  ['3.5', null],
  ['javascript:alert(1)', null],
  ['', null],
])('“%s” is meant as %s', (typed, address) => {
  expect(typedAddress(typed, ORIGIN)).toBe(address)
})

test.each([
  ['see https://en.wikipedia.example/wiki/Mercury_(planet)', 'https://en.wikipedia.example/wiki/Mercury_(planet)'],
  ['(see https://en.wikipedia.example/wiki/Mercury_(planet)).', 'https://en.wikipedia.example/wiki/Mercury_(planet)'],
  ['(https://tides.example)', 'https://tides.example'],
  ['“https://tides.example/a,b”,', 'https://tides.example/a,b'],
  ['https://tides.example/?', 'https://tides.example/'],
  ['[https://tides.example/a[1]]', 'https://tides.example/a[1]'],
  ['…', ''],
  ['', ''],
])('the last word of “%s” is %s', (text, word) => {
  expect(lastWord(text)).toBe(word)
})
