import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** What a call of an operation sends. */
export interface Call {
  path?: Record<string, string | number>
  query?: Record<string, string>
  /** JSON, unless it is a text or bytes. */
  body?: unknown
  headers?: Record<string, string>
}

export interface Answered {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: the schema of the document says what it is, not a type
  body: any
  headers: Headers
}

type Json = Record<string, unknown>
type Send = (request: Request) => Promise<Response>

interface DescribedOperation {
  operationId: string
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
}

interface Description {
  servers: { url: string }[]
  paths: Record<string, Json>
  components: { schemas: Record<string, Json> }
}

/**
 * A client with a function for each operation of an OpenAPI document. Each answer is compared with the document: a status
 * that is not described, another media type, or a body that its schema does not hold, throws.
 */
export function generatedClient(
  description: Description,
  send: Send,
): Record<string, (call?: Call) => Promise<Answered>> {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addSchema({ $id: 'document', components: description.components })
  const origin = description.servers[0]?.url ?? ''
  return Object.fromEntries(
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => {
        const operation = described as DescribedOperation
        const call = async (input: Call = {}) => {
          const response = await send(requestFor({ origin, path, method, operation }, input))
          return checkedAnswer(ajv, operation, response)
        }
        return [operation.operationId, call]
      }),
    ),
  )
}

function requestFor(
  { origin, path, method, operation }: { origin: string; path: string; method: string; operation: DescribedOperation },
  { path: params = {}, query = {}, body, headers = {} }: Call,
): Request {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? `{${name}}`))
  const search = new URLSearchParams(query)
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData
  const [type] = Object.keys(operation.requestBody?.content ?? {})
  const typed = body !== undefined && !(body instanceof FormData) && type ? { 'content-type': type } : {}
  return new Request(`${origin}${filled}${search.size ? `?${search}` : ''}`, {
    method: method.toUpperCase(),
    headers: { ...typed, ...headers },
    ...(body !== undefined && { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
  })
}

async function checkedAnswer(ajv: Ajv2020, operation: DescribedOperation, response: Response): Promise<Answered> {
  const { status, headers } = response
  const where = `${operation.operationId} answered ${status}`
  const described = operation.responses[String(status)]
  const text = await response.text()
  if (!described) throw new Error(`${where}, which is not described: ${text.slice(0, 500)}`)
  if (!described.content) {
    if (text !== '') throw new Error(`${where} with a body`)
    return { status, headers, body: null }
  }
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  const schema = described.content[type]?.schema
  if (!schema) throw new Error(`${where} as ${type}, which is not described`)
  const body = JSON.parse(text)
  const name = `${operation.operationId} ${status}`
  if (!ajv.getSchema(name)) {
    const pointing = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'))
    ajv.addSchema(pointing, name)
  }
  if (!ajv.validate(name, body)) throw new Error(`${where}, but ${ajv.errorsText()}: ${text.slice(0, 500)}`)
  return { status, headers, body }
}
