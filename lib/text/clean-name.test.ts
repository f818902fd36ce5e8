import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '@/lib/testing/arbitrary-text'
import { propertyRuns } from '@/lib/testing/property-runs'
import { cleanName } from '@/lib/text/clean-name'
import { isBlank, visibleText } from '@/lib/text/visible-text'

test.each([
  ['  Mara \t Quill\u200b ', 'Mara Quill'],
  ['Mara\u3000Quill', 'Mara Quill'],
  ['10\u00a0000 voices', '10\u00a0000 voices'],
  ['\u200b\u2800\u3164', ''],
])('of “%s” the name is “%s”', (typed, name) => expect(cleanName(typed)).toBe(name))

test('any name is clean after one cleaning, stands on one line and is empty when nothing of it is seen', () => {
  fc.assert(
    fc.property(anyText(), (typed) => {
      const name = cleanName(typed)
      expect(cleanName(name)).toBe(name)
      expect(name).not.toMatch(/^\s|\s$|\s\s|\n/)
      if (!/[\u0080-\u009f]/.test(typed)) expect(name === '').toBe(isBlank(typed))
      if (name) expect(visibleText(name)).not.toBe('')
    }),
    { numRuns: propertyRuns() },
  )
})
