import 'server-only'
import type { z } from 'zod'
import { currentEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { countAttempt, type RateLimit } from '@/db/accounts/rate-limit'
import { articleOwnership } from '@/db/editing/ownership'
import type { Db } from '@/db/store/open'
import { can, type DeskAction, type Editor } from '@/lib/accounts/permissions'
import type { Problem } from '@/lib/desk/refusal'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import { siteRuntime } from '@/lib/pages/site-runtime'

/*
 * What every address of the desk below /api/desk does before its own work. They are stable addresses and not server
 * actions, so that a page that was open during an upgrade can still save.
 */

/** What an address of the desk gets to work with. */
export interface DeskCall<Input> {
  db: Db
  editor: Editor
  now: Date
  /** What was sent, checked; for GET, the query. */
  input: Input
  /** The segments of the address that vary, decoded. */
  params: Record<string, string>
}

export interface ArticleCall<Input> extends DeskCall<Input> {
  /** The article in the address; it exists. */
  id: number
}

type RouteContext = { params: Promise<Record<string, string>> }
type Route = (request: Request, context: RouteContext) => Promise<Response>

/** Each try costs the hash of a password. */
const AT_THE_DOOR: RateLimit = { most: 20, seconds: 60 }

/** The longest story of the world is a tenth of this. */
const MOST_BYTES = 8 * 1024 * 1024

/**
 * An address that concerns no single article. In this order: same origin (403), signed in (401), may do `action` (403),
 * sent what `schema` describes (400). Then `work`: what it answers goes out as JSON with 200; `{ problems }` with 422,
 * `{ conflict }` with 409, null with 404.
 */
export function deskRoute<Input>(
  action: DeskAction,
  schema: z.ZodType<Input>,
  work: (call: DeskCall<Input>) => Promise<object | null>,
): Route {
  return route(async (request, params) => {
    const editor = await admitted(request)
    if (editor instanceof Response) return editor
    if (!can(editor, action)) return refused()
    const input = await parsed(request, schema)
    if (input instanceof Response) return input
    return answered(await work({ db: await store(), editor, now: deskNow(), input, params }))
  })
}

/** An address that takes a file as it is, of at most `mostBytes` (413 for more): the same checks, `input` its bytes. */
export function fileRoute(
  action: DeskAction,
  mostBytes: number,
  work: (call: DeskCall<Buffer>) => Promise<object | null>,
): Route {
  return route(async (request, params) => {
    const editor = await admitted(request)
    if (editor instanceof Response) return editor
    if (!can(editor, action)) return refused()
    const input = await bytesOf(request, mostBytes)
    if (!input) return problem(413, `The file is too large: it may have ${Math.floor(mostBytes / 1024 ** 2)} MB.`)
    return answered(await work({ db: await store(), editor, now: deskNow(), input, params }))
  })
}

/** The same as deskRoute for an address below /api/desk/articles/[id]; 404 when there is no such article. */
export function articleRoute<Input>(
  action: DeskAction,
  schema: z.ZodType<Input>,
  work: (call: ArticleCall<Input>) => Promise<object | null>,
): Route {
  return route(async (request, params) => {
    const editor = await admitted(request)
    if (editor instanceof Response) return editor
    const db = await store()
    const now = deskNow()
    const id = /^[1-9]\d{0,14}$/.test(params.id ?? '') ? Number(params.id) : null
    const ownership = id === null ? null : await articleOwnership(db, { id, now })
    if (id === null || !ownership) return problem(404, 'There is no such story.')
    if (!can(editor, action, ownership)) return refused()
    const input = await parsed(request, schema)
    if (input instanceof Response) return input
    return answered(await work({ db, editor, now, input, params, id }))
  })
}

/** What an address for whoever has no account yet, or lost the way in, gets to work with. */
export interface EntranceCall<Input> {
  db: Db
  now: Date
  input: Input
}

/**
 * An address for whoever is not signed in. In this order: same origin (403), not too often from one place (429), sent
 * what `schema` describes (400). Then `work`, answered as deskRoute does.
 */
export function entranceRoute<Input>(
  schema: z.ZodType<Input>,
  work: (call: EntranceCall<Input>) => Promise<object | null>,
): Route {
  return route(async (request) => {
    if (!isFromHere(request)) return problem(403, 'This request did not come from the desk.')
    const db = await store()
    const from = request.headers.get(CLIENT_ADDRESS_HEADER) || 'unknown'
    const wait = await countAttempt(db, { key: `entrance from ${from}`, limit: AT_THE_DOOR, now: new Date() })
    if (wait !== null) return problem(429, 'Too many tries. Please wait a minute and try again.')
    const input = await parsed(request, schema)
    if (input instanceof Response) return input
    return answered(await work({ db, now: deskNow(), input }))
  })
}

/** The instant of the request. */
export function deskNow(): Date {
  return siteRuntime().now()
}

function route(handle: (request: Request, params: Record<string, string>) => Promise<Response>): Route {
  return async (request, { params }) => {
    try {
      return await handle(request, await params)
    } catch (error) {
      console.error(`${request.method} ${new URL(request.url).pathname} failed`, error)
      return problem(500, 'Something broke on the server. Nothing was changed; please try again.')
    }
  }
}

async function admitted(request: Request): Promise<Editor | Response> {
  if (request.method !== 'GET' && !isFromHere(request)) {
    return problem(403, 'This request did not come from the desk.')
  }
  return (
    (await currentEditor()) ?? problem(401, 'You are signed out. Sign in again; what you typed is kept on this device.')
  )
}

/** Whether the page that sent the request is of this site (Fetch standard, Origin header). */
function isFromHere(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  return origin === siteRuntime().siteUrl || new URL(origin).host === request.headers.get('host')
}

async function parsed<Input>(request: Request, schema: z.ZodType<Input>): Promise<Input | Response> {
  const sent = request.method === 'GET' ? Object.fromEntries(new URL(request.url).searchParams) : await json(request)
  if (sent === undefined) return problem(400, 'What was sent is not JSON, or too much.')
  const result = schema.safeParse(sent)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  return Response.json({ problems }, { status: 400 })
}

async function json(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return undefined
  const text = await request.text()
  if (text.length > MOST_BYTES) return undefined
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** null as soon as there are more of them, whatever the request said of its length. */
async function bytesOf(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

function answered(answer: object | null): Response {
  if (answer === null) return problem(404, 'There is no such thing.')
  if ('problems' in answer) return Response.json(answer, { status: 422 })
  if ('conflict' in answer) return Response.json(answer, { status: 409 })
  return Response.json(answer)
}

function refused(): Response {
  return problem(403, 'Your role does not allow this.')
}

function problem(status: number, message: string, field: Problem['field'] = ''): Response {
  return Response.json({ problems: [{ field, message }] }, { status })
}
