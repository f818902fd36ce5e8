import { z } from 'zod'
import { SCHEMAS } from '@/lib/content-api/schemas'

type JsonSchema = z.core.JSONSchema.BaseSchema

/**
 * The schemas of the answers as JSON Schema 2020-12 in the dialect of OpenAPI 3.1, by name. Where a schema uses another
 * one that has a name, it refers to it.
 */
export function jsonSchemas(): Record<string, JsonSchema> {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SCHEMAS)) named.add(schema, { id })
  const { schemas } = z.toJSONSchema(named, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => simplify(jsonSchema),
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, withoutTypeLists(schema)]),
  )
}

/** Leaves out redundant keywords, and puts the description of an object first. */
function simplify(schema: JsonSchema) {
  const { type, description, ...rest } = schema
  if (rest.const !== undefined || rest.enum) delete schema.type
  // The format of an instant makes its pattern redundant.
  if (rest.format === 'date-time') delete schema.pattern
  if (rest.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (rest.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (isEmpty(rest.properties)) delete schema.properties
  if (isEmpty(rest.additionalProperties)) delete schema.additionalProperties
  if (description === undefined || !(type === 'object' || rest.oneOf)) return
  const others = Object.entries(schema).filter(([key]) => key !== 'type' && key !== 'description')
  for (const key of Object.keys(schema)) delete schema[key]
  Object.assign(schema, { ...(type && { type }), description, ...Object.fromEntries(others) })
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** `{ type: [a, b] }` as `anyOf`, which is how every other property that may be null is described. */
function withoutTypeLists(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_key, value) =>
    Array.isArray(value?.type) ? { anyOf: value.type.map((type: string) => ({ type })) } : value,
  )
}
