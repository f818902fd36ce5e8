import { z } from 'zod'
import { standingPagePath } from '@/lib/addresses/paths'
import { articleSchema, foundArticleSchema, listedArticleSchema } from '@/lib/admin-api/article-schemas'
import { frontSchema } from '@/lib/admin-api/front-schemas'
import { mediaSchema, uploadQuerySchema } from '@/lib/admin-api/media-schemas'
import { nothing, type Operation } from '@/lib/admin-api/operation'
import { OPERATIONS } from '@/lib/admin-api/operations'
import { commentSchema, planSchema } from '@/lib/admin-api/planning-schemas'
import { conflictSchema, mediaConflictSchema, PROBLEM_TITLES, problemSchema } from '@/lib/admin-api/problem'
import { SCOPE_NAMES } from '@/lib/admin-api/scopes'
import { wholeBodySchema } from '@/lib/admin-api/whole-body'
import { draftBodySchema, spanSchema } from '@/lib/article/body'
import { PROBLEM_TYPE } from '@/lib/content-api/problem'
import { arrangementSchema } from '@/lib/front/arrangement'

type Json = Record<string, unknown>

/** The schemas that have a name of their own, by it. */
const NAMED = {
  Article: articleSchema,
  ListedArticle: listedArticleSchema,
  FoundArticle: foundArticleSchema,
  Body: draftBodySchema,
  Span: spanSchema,
  Front: frontSchema,
  Arrangement: arrangementSchema,
  Media: mediaSchema,
  Problem: problemSchema,
  Conflict: conflictSchema,
  MediaConflict: mediaConflictSchema,
  Plan: planSchema,
  Comment: commentSchema,
}

interface Parts {
  paths: Record<string, Json>
  schemas: Record<string, Json>
}

/** What is the same for every paper. It takes a fifth of a second, so that it is made once. */
let made: Promise<Parts> | null = null

/**
 * The description of the Admin API of a paper, as OpenAPI 3.1, made of the schemas that check what comes in.
 * `yieldToRequests` is awaited between the steps of what takes long.
 */
export async function adminOpenApi({
  siteUrl,
  paper,
  yieldToRequests,
}: {
  siteUrl: string
  paper: string
  yieldToRequests: () => Promise<void>
}) {
  made ??= partsOf(yieldToRequests)
  const { paths, schemas } = await made
  return {
    openapi: '3.1.0',
    info: {
      title: `${paper}: Admin API`,
      version: '1',
      description: [
        'Writes, publishes and arranges as a user of the desk does, by the same rules. A request carries a token that an',
        'admin has made; it acts as its user. Errors are problem documents (RFC 9457). A request with an Idempotency-Key',
        'may be repeated for a day: the same request gets the same answer, and is carried out once. A change names the',
        'version that it is based on, in the body; when somebody has saved since, the answer is 409 with both versions.',
      ].join(' '),
      contact: { name: paper, url: siteUrl + standingPagePath('contact') },
      license: { name: `© ${paper}`, url: siteUrl + standingPagePath('about') },
    },
    servers: [{ url: siteUrl }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: `Scopes: ${Object.entries(SCOPE_NAMES)
            .map(([scope, words]) => `${scope} (${words})`)
            .join('; ')}.`,
        },
      },
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      schemas,
    },
  }
}

async function partsOf(yieldToRequests: () => Promise<void>): Promise<Parts> {
  const paths: Parts['paths'] = {}
  for (const [name, operation] of Object.entries<Operation>(OPERATIONS)) {
    const path = operation.path.replace(/\[(\w+)\]/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(name, operation) }
    await yieldToRequests()
  }
  return { paths, schemas: namedSchemas() }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Names the request: repeated within a day, it is carried out once.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
}

function described(operationId: string, operation: Operation): Json {
  const { method, path, summary, description, scope, action } = operation
  const isWrite = method !== 'GET'
  const needs = [scope && `Scope: ${scope}.`, action && `Permission of the user: ${action}.`].filter(Boolean)
  return {
    operationId,
    summary,
    description: [description, ...needs].filter(Boolean).join(' ') || 'Needs a token.',
    security: [{ token: [] }],
    parameters: [
      ...[...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'integer', minimum: 1 },
      })),
      ...queryParameters(operation),
      ...(isWrite ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(isWrite && requestBody(operation)),
    responses: responsesOf(operation),
  }
}

function queryParameters({ query }: Operation): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as Json
    return {
      name,
      in: 'query',
      required: required.includes(name),
      ...(description ? { description } : {}),
      schema: rest,
    }
  })
}

function requestBody({ body, isBodyOptional, maxFileBytes }: Operation): Json {
  if (maxFileBytes !== undefined) {
    const { properties } = schemaOf(uploadQuerySchema, 'input') as { properties: Json }
    const file = { type: 'string', format: 'binary', description: 'The picture; the last field of the form.' }
    const form = { type: 'object', properties: { ...properties, file }, required: ['file'] }
    const raw = { schema: { type: 'string', format: 'binary' } }
    return {
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: form }, 'image/*': raw, 'application/octet-stream': raw },
      },
    }
  }
  if (body === nothing) return {}
  const content = { 'application/json': { schema: schemaOf(body, 'input') } }
  return { requestBody: { required: !isBodyOptional, content } }
}

/** The schema of an answer 409 with both versions, by what was compared. */
const CONFLICTS = { article: 'Conflict', media: 'MediaConflict' } as const

function responsesOf(operation: Operation): Json {
  const { answer, status, conflict, canRefuse, method, path, maxFileBytes, body } = operation
  const isWrite = method !== 'GET'
  const takesBody = maxFileBytes !== undefined || (isWrite && body !== nothing)
  const done =
    status === 204
      ? { description: 'Done.' }
      : { description: 'Done.', content: { 'application/json': { schema: schemaOf(answer, 'output') } } }
  const fails = [
    ...[400, 401, 403],
    ...(path.includes('[') || operation.query !== nothing ? [404] : []),
    ...(isWrite ? [409] : []),
    ...(isWrite ? [413, 415] : []),
    ...(canRefuse ? [422] : []),
    ...(isWrite && takesBody ? [] : []),
    ...[429, 500, 503, 507],
  ]
  return {
    [status]: done,
    ...Object.fromEntries(
      fails.map((failed) => {
        const refs = failed === 409 && conflict ? [ref(CONFLICTS[conflict]), ref('Problem')] : [ref('Problem')]
        const content = { [PROBLEM_TYPE]: { schema: refs.length > 1 ? { anyOf: refs } : refs[0] } }
        return [failed, { description: `${PROBLEM_TITLES[failed]}.`, content }]
      }),
    ),
  }
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}

/** A schema in which those with a name are referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, named] of Object.entries(NAMED)) if (named !== schema) registry.add(named, { id })
  const own = 'OwnSchema'
  registry.add(schema, { id: own })
  const isNamed = Object.entries(NAMED).find(([, named]) => named === schema)
  if (isNamed) return ref(isNamed[0])
  const { schemas } = converted(registry, io)
  return cleaned(schemas[own] ?? {})
}

/** The named schemas. The body is described twice: as it is answered, and as it may be sent. */
function namedSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>()
  for (const [id, named] of Object.entries(NAMED)) registry.add(named, { id })
  const output = converted(registry, 'output').schemas
  const sent = relaxed(cleaned(converted(registry, 'input').schemas.Body ?? {}))
  return {
    ...Object.fromEntries(Object.entries(output).map(([name, schema]) => [name, cleaned(schema)])),
    SentBody: {
      description: 'The text of a story. An element may come without its id, and a text as a string.',
      ...(sent as Json),
    },
  }
}

function converted(
  registry: z.core.$ZodRegistry<{ id: string }>,
  io: 'input' | 'output',
): { schemas: Record<string, Json> } {
  return z.toJSONSchema(registry, {
    io,
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === wholeBodySchema) {
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
        Object.assign(jsonSchema, ref('SentBody'))
      }
      const { type } = zodSchema._zod.def
      if (type === 'custom') jsonSchema.type = 'string'
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  }) as { schemas: Record<string, Json> }
}

/** Without what only says where a schema stands. */
function cleaned({ $schema: _schema, $id: _id, ...schema }: Json): Json {
  return schema
}

/** The schema of a body as it may be sent: without ids, and with strings in place of spans. */
function relaxed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(relaxed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner: Json = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, relaxed(value)]))
  const items = inner.items as Json | undefined
  if (inner.type === 'array' && items?.$ref === ref('Span').$ref) return { anyOf: [{ type: 'string' }, inner] }
  const properties = inner.properties as Json | undefined
  if (properties && 'id' in properties && 'type' in properties && Array.isArray(inner.required)) {
    inner.required = inner.required.filter((name) => name !== 'id')
  }
  return inner
}
