import 'server-only'
import { type Hash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { isAcceptedOrigin } from '@/app/_desk/accepted-origin'
import { currentEditor } from '@/app/_desk/editor'
import { jsonBody } from '@/app/_desk/request-body'
import { dataDir, store } from '@/app/store'
import { countAttempt, type RateLimit } from '@/db/accounts/rate-limit'
import { actingAs } from '@/db/audit/log'
import { articleOwnership, storyThing } from '@/db/editing/ownership'
import type { Conflict } from '@/db/editing/version-check'
import { incomingFile } from '@/db/pictures/incoming-files'
import type { Reader, Writer } from '@/db/store/open'
import { faultForEditors, storageFault } from '@/db/store/storage-fault'
import { can, type DeskAction, type Editor, type Ownership } from '@/lib/accounts/permissions'
import type { Actor } from '@/lib/audit/actor'
import type { Thing } from '@/lib/audit/log-entry'
import { type Endpoint, FILE_NAME_HEADER, type ParamName } from '@/lib/desk/endpoint'
import type { Problem, Refusal } from '@/lib/desk/refusal'
import { hasBrokenOff } from '@/lib/pages/broken-off'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import { refusalInWords, refusalReason } from '@/lib/pages/query-threads'
import { siteRuntime } from '@/lib/pages/site-runtime'
import { cleanLine } from '@/lib/text/clean-text'
import { CLEANING_HEADER, type Cleanings, cleaningHeader, cleaningsBetween } from '@/lib/text/cleaning-words'

/*
 * What every address below /api/desk does before its own work. They are stable addresses and not server actions, so
 * that a page that was open during an upgrade can still save.
 *
 * Each checks in this order, and answers at the first that fails:
 * 1. a request that changes something comes from a page of this site (403);
 * 2. somebody is signed in (401);
 * 3. below /api/desk/articles/[id]: the article exists (404);
 * 4. the role of that person allows the action, by lib/accounts/permissions.ts (403);
 * 5. the input is what the endpoint declares (400; 413 for a file that is too large). The endpoint cleans the words in
 *    it, and the answer tells what was taken out of them.
 *
 * Then comes the work of the address. The store that it gets knows who acts, so that what it writes stands in the audit
 * log: what its verb logs, or else what the endpoint declares (`logs`). What it returns goes out as JSON: the declared answer with 200, `{ problems }`
 * with 422, `{ conflict }` with 409, null with 404. What it throws because of the disk or the store is logged in one line
 * and answered in words, with 507 when the disk is full and with 503 otherwise; anything else it throws is logged and
 * answered with 500; a number in the answer and in the log leads from one to the other.
 */

/** What the work of an address gets that needs nobody to be signed in. */
export interface SignedOutCall<Method extends string, Input> {
  /** A GET changes nothing. */
  db: Method extends 'GET' ? Reader : Writer
  now: Date
  /** The checked body; of a GET, the query. */
  input: Input
}

/** What the work of an address gets. */
export interface DeskCall<Method extends string, Path extends string, Input> extends SignedOutCall<Method, Input> {
  editor: Editor
  /** A segment of the path that varies, decoded. */
  param: (name: ParamName<Path>) => string
}

interface ArticleCall<Method extends string, Path extends string, Input> extends DeskCall<Method, Path, Input> {
  /** The article in the path; it exists. */
  id: number
}

interface FileCall<Path extends string> extends Omit<DeskCall<'POST', Path, never>, 'input'> {
  /** The absolute path of the file, which is removed afterwards. */
  file: string
  /** The SHA-256 of its bytes, which can be copied and continued. */
  hash: Hash
  /** The name that the sender gave it; empty for none. */
  fileName: string
}

/** A file to be kept by whoever asked for it. */
interface Download {
  /** In ASCII, without quotes. */
  name: string
  contentType: string
  body: ReadableStream<Uint8Array>
}

/** What the work of an address returns: the declared answer, or why there is none. */
type Outcome<Answer extends z.ZodType> = Promise<z.output<Answer> | Refusal | Conflict | null>

type Method = Endpoint['method']
type Params = Record<string, string>
/** The framework gives an address without segments that vary no object of them. */
type Route = (request: Request, context: { params: Promise<Params | null | undefined> }) => Promise<Response>

const MAX_FILE_NAME_LENGTH = 200

/** For one client at the addresses for people who are not signed in: each request costs the hash of a password. */
const ENTRY_RATE_LIMIT: RateLimit = { most: 20, seconds: 60 }

/** The route of an address that concerns no single article. */
export function deskRoute<M extends Method, Path extends string, Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<M, Path, Input, Answer>,
  action: DeskAction,
  work: (call: DeskCall<M, Path, z.output<Input>>) => Outcome<Answer>,
): Route {
  return route(async (request, params, tell) => {
    const editor = await signedInEditor(request)
    requirePermission(editor, action)
    const input = await checkedInput(request, endpoint.input, tell)
    const now = deskNow()
    const thing = thingIn(params, input)
    const db = loggedStore(await store(), { endpoint, actor: actorIn(request, editor), thing, now })
    return work({ db, editor, now, input, param: (name) => params[name] ?? '' })
  })
}

/** The route of an address below /api/desk/articles/[id]. */
export function articleRoute<M extends Method, Path extends string, Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<M, Path, Input, Answer>,
  action: DeskAction,
  work: (call: ArticleCall<M, Path, z.output<Input>>) => Outcome<Answer>,
): Route {
  return route(async (request, params, tell) => {
    const editor = await signedInEditor(request)
    const db = await store()
    const now = deskNow()
    const id = /^[1-9]\d{0,14}$/.test(params.id ?? '') ? Number(params.id) : null
    const ownership = id === null ? null : await articleOwnership(db, id)
    if (id === null || !ownership) throw new Refused(404, 'There is no such story.')
    requirePermission(editor, action, ownership)
    const input = await checkedInput(request, endpoint.input, tell)
    const thing = (tx: Reader) => storyThing(tx, id)
    const logged = loggedStore(db, { endpoint, actor: actorIn(request, editor), thing, now })
    return work({ db: logged, editor, now, input, param: (name) => params[name] ?? '', id })
  })
}

/** The route of an address whose body is a file. */
export function fileRoute<Path extends string, Answer extends z.ZodType>(
  endpoint: Endpoint<'POST', Path, z.ZodType, Answer>,
  action: DeskAction,
  work: (call: FileCall<Path>) => Outcome<Answer>,
): Route {
  const { maxFileBytes = 0 } = endpoint
  return route(async (request, params) => {
    const editor = await signedInEditor(request)
    requirePermission(editor, action)
    return filesAtOnce.run(async () => {
      const isTooLarge = Number(request.headers.get('content-length') ?? 0) > maxFileBytes
      const file = isTooLarge ? null : await incomingFile(dataDir(), { body: request.body, maxBytes: maxFileBytes })
      const megabytes = Math.floor(maxFileBytes / 1024 ** 2)
      if (!file) throw new Refused(413, `The file is too large: it may have ${megabytes} MB. Save it smaller.`)
      try {
        const now = deskNow()
        const actor = actorIn(request, editor)
        return await work({
          db: loggedStore(await store(), { endpoint, actor, thing: thingIn(params, {}), now }),
          editor,
          now,
          file: file.path,
          hash: file.hash,
          fileName: fileNameIn(request.headers.get(FILE_NAME_HEADER)),
          param: (name) => params[name] ?? '',
        })
      } finally {
        await file.discard()
      }
    })
  })
}

/** The route of an address that answers with a file; null is 404. */
export function downloadRoute<Path extends string, Input extends z.ZodType>(
  endpoint: Endpoint<'GET', Path, Input, z.ZodType>,
  action: DeskAction,
  work: (call: DeskCall<'GET', Path, z.output<Input>>) => Promise<Download | null>,
): Route {
  return route(async (request, params, tell) => {
    const editor = await signedInEditor(request)
    requirePermission(editor, action)
    const input = await checkedInput(request, endpoint.input, tell)
    const file = await work({ db: await store(), editor, now: deskNow(), input, param: (name) => params[name] ?? '' })
    if (!file) return null
    return new Response(file.body, {
      headers: { 'Content-Type': file.contentType, 'Content-Disposition': `attachment; filename="${file.name}"` },
    })
  })
}

/** The name in the header, which is percent-encoded; empty without one, and when it cannot be read. */
function fileNameIn(header: string | null): string {
  try {
    return cleanLine(decodeURIComponent(header ?? ''))
      .trim()
      .slice(0, MAX_FILE_NAME_LENGTH)
  } catch {
    return ''
  }
}

/** Files that come in or are worked on; each takes room on the disk and a turn of the process for pictures. */
const filesAtOnce = {
  most: 16,
  count: 0,
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.count >= this.most) {
      throw new Refused(503, 'Too many files are being uploaded at once. Wait a moment and upload it again.')
    }
    this.count += 1
    try {
      return await work()
    } finally {
      this.count -= 1
    }
  },
}

/**
 * The route of an address for people who are not signed in. Its checks: the request comes from this site (403), it is
 * within the rate limit (429), the input is what the endpoint declares (400).
 */
export function signedOutRoute<M extends Method, Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<M, string, Input, Answer>,
  work: (call: SignedOutCall<M, z.output<Input>>) => Outcome<Answer>,
): Route {
  return route(async (request, _params, tell) => {
    if (!isFromThisSite(request)) throw fromElsewhere()
    const db = await entered(request)
    const input = await checkedInput(request, endpoint.input, tell)
    const now = deskNow()
    const actor = actorIn(request, null)
    return work({ db: loggedStore(db, { endpoint, actor, thing: { id: '', name: '' }, now }), now, input })
  })
}

/**
 * The route of a plain form for people who are not signed in, which works without scripts. A secret in the input is the
 * permission, so that the page it comes from does not matter: some browsers do not tell it. Its checks: the rate limit
 * (429), the input is what the endpoint declares (400). `work` answers with the address to go on to.
 */
export function secretFormRoute<Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<'POST', string, Input, Answer>,
  work: (call: SignedOutCall<'POST', z.output<Input>>) => Promise<string>,
): Route {
  return route(async (request) => {
    const db = await entered(request)
    const sent = await request.formData().catch(() => null)
    const input = endpoint.input.safeParse(sent && Object.fromEntries(sent))
    if (!input.success) throw new Refused(400, 'The form broke off on the way, or more was written than can be taken.')
    const now = deskNow()
    const actor = actorIn(request, null)
    const thing = { id: '', name: '' }
    const location = await work({ db: loggedStore(db, { endpoint, actor, thing, now }), now, input: input.data })
    return new Response(null, { status: 303, headers: { Location: location } })
  })
}

/** The store for somebody who is not signed in, unless they try too often. */
async function entered({ headers }: Request): Promise<Writer> {
  const db = await store()
  const client = headers.get(CLIENT_ADDRESS_HEADER) || 'unknown'
  const wait = await countAttempt(db, { key: `entrance from ${client}`, limit: ENTRY_RATE_LIMIT, now: new Date() })
  if (wait !== null) throw new Refused(429, 'Too many tries. Please wait a minute and try again.')
  return db
}

/** Who sent the request, for the audit log; null for somebody who is not signed in. */
function actorIn({ headers }: Request, editor: Editor | null): Actor {
  const address = headers.get(CLIENT_ADDRESS_HEADER) ?? ''
  return { kind: 'person', id: editor?.id ?? null, name: editor?.name ?? '', address }
}

interface LoggedCall {
  endpoint: Pick<Endpoint, 'logs' | 'path'>
  actor: Actor
  thing: Thing | ((tx: Reader) => Promise<Thing>)
  now: Date
}

/** The store as the person uses it who sent the request: what is written stands in the audit log. */
function loggedStore(db: Writer, { endpoint: { logs }, actor, thing, now }: LoggedCall): Writer {
  return actingAs(db, { actor, unlogged: logs ? { action: logs, thing, now } : undefined })
}

/** What a request is about: the first segment of its path that varies. Those after it say which part of the thing. */
function thingIn(params: Params, input: unknown): Thing {
  const [id = ''] = Object.values(params)
  return { id, name: nameIn(input) }
}

/** What the input calls the thing that it is about; empty when it does not. */
function nameIn(input: unknown): string {
  const { name, headline, from }: Record<string, unknown> = typeof input === 'object' ? { ...input } : {}
  return [name, headline, from].find((words) => typeof words === 'string') ?? ''
}

/** The instant of the request. */
export function deskNow(): Date {
  return siteRuntime().now()
}

/** A request that a check stopped. */
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problems: string | Problem[],
  ) {
    super(`refused with ${status}`)
  }
}

/** Takes what was cleaned in the input, for the answer to tell. */
type Tell = (cleanings: Cleanings) => void

function route(handle: (request: Request, params: Params, tell: Tell) => Promise<unknown>): Route {
  return async (request, { params }) => {
    let cleaned = ''
    const tell = (cleanings: Cleanings) => {
      cleaned = cleaningHeader(cleanings)
    }
    try {
      const response = responseTo(await handle(request, (await params) ?? {}, tell))
      if (cleaned) response.headers.set(CLEANING_HEADER, cleaned)
      return response
    } catch (error) {
      if (error instanceof Refused) return problemResponse(error.status, error.problems)
      if (hasBrokenOff(request, error))
        return problemResponse(400, 'The request broke off before it was whole. Send it again.')
      const refused = refusalReason(error)
      if (refused !== null) return problemResponse(503, refusalInWords(refused))
      const fault = storageFault(error)
      if (fault) {
        console.error(`${request.method} ${new URL(request.url).pathname} failed, because ${fault.clause}`)
        return problemResponse(fault.status, faultForEditors(fault))
      }
      const number = randomBytes(4).toString('hex')
      console.error(`${request.method} ${new URL(request.url).pathname} failed (error ${number})`, error)
      return problemResponse(
        500,
        `Something broke on the server. Look whether your change was made before you try again. Whoever runs the site finds more in the log under error ${number}.`,
      )
    }
  }
}

function responseTo(outcome: unknown): Response {
  if (outcome instanceof Response) return outcome
  if (typeof outcome !== 'object' || outcome === null) return problemResponse(404, 'There is no such thing.')
  if ('problems' in outcome) return Response.json(outcome, { status: 422 })
  if ('conflict' in outcome) return Response.json(outcome, { status: 409 })
  return Response.json(outcome)
}

function problemResponse(status: number, problems: string | Problem[]): Response {
  const listed = typeof problems === 'string' ? [{ field: '', message: problems }] : problems
  return Response.json({ problems: listed }, { status, headers: status === 503 ? { 'Retry-After': '2' } : {} })
}

async function signedInEditor(request: Request): Promise<Editor> {
  if (request.method !== 'GET' && !isFromThisSite(request)) throw fromElsewhere()
  const editor = await currentEditor()
  if (editor) return editor
  throw new Refused(401, 'You are signed out. Sign in again; what you typed is kept on this device.')
}

/** Whether the page that sent the request is of this site (Fetch standard, Origin header). */
function isFromThisSite({ headers }: Request): boolean {
  const { siteUrl } = siteRuntime()
  return isAcceptedOrigin(headers.get('origin'), { siteUrl, host: headers.get('host') })
}

async function checkedInput<Input extends z.ZodType>(
  request: Request,
  schema: Input,
  tell: Tell,
): Promise<z.output<Input>> {
  const sent =
    request.method === 'GET' ? Object.fromEntries(new URL(request.url).searchParams) : await jsonBody(request)
  if (sent === undefined) throw new Refused(400, 'What was sent is not JSON, or it broke off on the way.')
  const result = schema.safeParse(sent)
  if (result.success) {
    tell(cleaningsBetween(sent, result.data))
    return result.data
  }
  const problems = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  throw new Refused(400, problems)
}

function fromElsewhere(): Refused {
  return new Refused(403, 'This request did not come from the desk.')
}

/** Throws the refusal of a user who may not do `action`; for work that needs more than its route declares. */
export function requirePermission(editor: Editor, action: DeskAction, article?: Ownership): void {
  if (!can(editor, action, article)) throw new Refused(403, 'Your role does not allow this.')
}
