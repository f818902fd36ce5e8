import { expect, it } from 'vitest'
import { sourceTexts } from '@/lib/testing/source-imports'

const OWN = 'lib/testing/object-literals.test.ts'

/** The compiler does not see a property too many in a literal that is spread into another. */
it('no object literal is spread into another, nor into the props of an element', () => {
  const texts = [...sourceTexts()].filter(([file]) => file !== OWN)
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter(([, text]) => text.includes('...{')).map(([file]) => file)).toEqual([])
})
