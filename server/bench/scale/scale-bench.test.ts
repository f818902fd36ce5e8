import { expect, test } from 'vitest'
import { scaleSizes } from '@/server/bench/scale/scale-bench'

test('sizes are whole numbers with commas between them', () => {
  expect(scaleSizes('1000,100000')).toEqual([1000, 100_000])
})

test.each(['', 'many', '99', '1000,', '1000;2000', '2000001'])('“%s” is refused with what a size is', (wrong) => {
  expect(() => scaleSizes(wrong)).toThrow(`--stories takes whole numbers from 100 to 2000000, with commas between them`)
})
