import { expect, it } from 'vitest'
import { sourceTexts } from '@/lib/testing/source-imports'

const OWN = 'lib/testing/property-runs.test.ts'

it('every property is tried as often as propertyRuns says', () => {
  const texts = [...sourceTexts()].filter(([file, text]) => file !== OWN && text.includes('fc.assert('))
  expect(texts.length).toBeGreaterThan(50)
  expect(texts.flatMap(([file, text]) => otherRuns(file, text))).toEqual([])
})

it.each([
  ['no number', 'fc.assert(property)', 1],
  ['a number of its own', 'fc.assert(property, { numRuns: 300, seed: 7 })', 1],
  ['one of two without a number', 'fc.assert(one, { numRuns: propertyRuns() })\nfc.assert(other)', 1],
  ['the usual number', 'fc.assert(property, { numRuns: propertyRuns() })', 0],
  [
    'a number of several',
    'const runs = { numRuns: propertyRuns(40) }\nfc.assert(one, runs)\nfc.assert(other, runs)',
    0,
  ],
])('a property with %s', (_what, text, wrong) => {
  expect(otherRuns('lib/tides/tides.test.ts', text)).toHaveLength(wrong)
})

/** The properties in `text` that neither call propertyRuns nor name what it answered. */
function otherRuns(file: string, text: string): string[] {
  const named = [...text.matchAll(/const (\w+) = [^\n]*propertyRuns\(/g)].map(([, name]) => name)
  const asked = new RegExp(['propertyRuns\\(', ...named.map((name) => `\\b${name}\\b`)].join('|'))
  const [, ...properties] = text.split('fc.assert(')
  return properties.filter((property) => !asked.test(property)).map((property) => `${file}: ${property.slice(0, 80)}`)
}
