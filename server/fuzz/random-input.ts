import { z } from 'zod'
import type { SeededRandom } from '@/server/chaos/seeded-random'
import { hostileText } from '@/server/fuzz/hostile-text'

/** What of JSON Schema the schemas of the desk use. */
interface JsonSchema {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
}

/** An instant with its zone; hostile texts are seldom one. */
const AN_INSTANT = '2027-03-01T06:00:00+01:00'

/** Deeper values are cut, so that a schema that names itself ends. */
const DEEPEST = 8

/**
 * Random JSON after a schema: most of it keeps to the schema, so that the work behind it is reached; some values, at
 * any depth, are of another type, missing or hostile.
 */
export function randomInput(schema: z.ZodType, random: SeededRandom): unknown {
  return valueFor(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, random, DEEPEST)
}

function valueFor(schema: JsonSchema, random: SeededRandom, depth: number): unknown {
  if (depth === 0 || random.happens(0.04)) return anyValue(random)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.length) return valueFor(random.pick(choices), random, depth)
  if (schema.const !== undefined) return schema.const
  if (schema.enum?.length) return random.pick(schema.enum)
  switch (schema.type) {
    case 'object': {
      const kept = Object.entries(schema.properties ?? {}).filter(() => !random.happens(0.06))
      return Object.fromEntries(kept.map(([name, of]) => [name, valueFor(of, random, depth - 1)]))
    }
    case 'array':
      return Array.from({ length: random.between(0, 4) }, () => valueFor(schema.items ?? {}, random, depth - 1))
    case 'integer':
    case 'number':
      return random.happens(0.8) ? random.between(0, 80) : random.pick([-1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308])
    case 'boolean':
      return random.happens(0.5)
    case 'string':
      if (schema.format === 'date-time' && random.happens(0.6)) return AN_INSTANT
      return hostileText(random)
    default:
      return anyValue(random)
  }
}

function anyValue(random: SeededRandom): unknown {
  return random.pick([null, true, 0, -1, 1e308, '', [], {}, [[[[]]]], { a: { b: [null] } }, hostileText(random)])
}
