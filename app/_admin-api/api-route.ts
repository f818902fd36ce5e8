import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { ApiRefusal } from '@/app/_admin-api/api-refusal'
import { repeatable } from '@/app/_admin-api/repeated-requests'
import { RequestCounter } from '@/app/_admin-api/request-rate'
import { type UploadedFile, withUploadedFile } from '@/app/_admin-api/uploaded-file'
import { store } from '@/app/store'
import { type Bearer, bearerOf, noteTokenUse } from '@/db/accounts/api-tokens'
import { actingAs } from '@/db/audit/log'
import { articleOwnership, storyThing } from '@/db/editing/ownership'
import type { Conflict } from '@/db/editing/version-check'
import type { Transaction, Writer } from '@/db/store/open'
import { faultForEditors, storageFault } from '@/db/store/storage-fault'
import { can, type DeskAction, type Editor, type Ownership } from '@/lib/accounts/permissions'
import { OPERATIONS, type OperationName, type OperationOf } from '@/lib/admin-api/operations'
import { problemDocument } from '@/lib/admin-api/problem'
import type { Scope } from '@/lib/admin-api/scopes'
import { PROBLEM_TYPE } from '@/lib/content-api/problem'
import type { Problem, Refusal } from '@/lib/desk/refusal'
import { hasBrokenOff } from '@/lib/pages/broken-off'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import { refusalInWords, refusalReason } from '@/lib/pages/query-threads'
import { siteRuntime } from '@/lib/pages/site-runtime'

/*
 * What every address of the Admin API does before its own work. Each checks in this order, and answers at the first that
 * fails, always with a problem document (RFC 9457):
 * 1. the token (401), which counts against a limit of failures for its address (429);
 * 2. how many requests the token sends (429);
 * 3. its scopes, and the role of its user (403); before the role, that the story of the path exists (404);
 * 4. the media type (415), whether the request was answered before (Idempotency-Key), the query and the body (400).
 * No cookie counts. The work gets a store that knows which token acts, for the audit log.
 */

/** What the work of an operation gets. */
export interface ApiCall<Name extends OperationName> {
  db: Writer
  now: Date
  /** The user of the token. */
  editor: Editor
  bearer: Bearer
  query: z.output<OperationOf<Name>['query']>
  body: z.output<OperationOf<Name>['body']>
  /** The story of a path below /articles, or the number in another path; 0 for a path without one. */
  id: number
  /** The file, of an operation that takes one. */
  file?: UploadedFile
}

/** Why a verb did nothing because of a version, with both. */
export interface VersionConflict {
  conflict: { detail: string; basedOn: { version: number }; current: Record<string, unknown> }
}

/** What the work returns: the declared answer, or why there is none. */
export type ApiOutcome<Name extends OperationName> = Promise<
  z.output<OperationOf<Name>['answer']> | Refusal | VersionConflict | null
>

type Context = { params: Promise<Record<string, string>> }
type Route = (request: Request, context: Context) => Promise<Response>

const RATE = { burst: 600, perSecond: 50 }
const FAILURE_RATE = { burst: 30, perSecond: 0.5 }

const requests = new RequestCounter(RATE)
const failures = new RequestCounter(FAILURE_RATE)

/** The route of an operation. */
export function apiRoute<Name extends OperationName>(
  name: Name,
  work: (call: ApiCall<Name>) => ApiOutcome<Name>,
): Route {
  const operation = OPERATIONS[name]
  return guarded(async (request, { params }) => {
    const now = siteRuntime().now()
    const db = await store()
    const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? ''
    const bearer = await checkedBearer(db, { request, address, now })
    const { user: editor, token } = bearer
    if (operation.scope !== null) requireScope(bearer, operation.scope)
    const id = numberIn(await params)
    const isArticle = operation.path.startsWith('/api/admin/v1/articles/[id]')
    const ownership = isArticle ? await articleOwnership(db, id) : undefined
    if (ownership === null) throw new ApiRefusal(404, 'There is no such story.')
    if (operation.action !== null) requireRole(editor, operation.action, ownership)
    checkMediaType(request, operation)
    const query = checked(operation.query, Object.fromEntries(new URL(request.url).searchParams))
    const actor = { kind: 'token', id: editor.id, name: editor.name, address, token } as const
    const logged = (note: ((tx: Transaction) => Promise<void>) | null) =>
      actingAs(db, {
        actor,
        ...(operation.logs && {
          unlogged: {
            action: operation.logs,
            thing: isArticle ? (tx) => storyThing(tx, id) : { id: id || '', name: '' },
            now,
          },
        }),
        ...(note && { alongside: note }),
      })
    const answer = async (content: string, input: { body?: unknown; file?: UploadedFile }) => {
      const perform = async (note: ((tx: Transaction) => Promise<void>) | null) => {
        const call = { db: logged(note), now, editor, bearer, query, id, body: {}, ...input } as ApiCall<Name>
        return responseTo(await work(call), operation.status)
      }
      const key = request.headers.get('idempotency-key')
      if (key === null || operation.method === 'GET') return perform(null)
      const { pathname, search } = new URL(request.url)
      const hash = createHash('sha256').update(`${operation.method} ${pathname}${search}\n${content}`)
      return repeatable(db, { tokenId: token.id, key, requestHash: hash.digest('hex'), now }, perform)
    }
    if (operation.method === 'GET') return answer('', {})
    if (operation.maxFileBytes !== undefined) {
      return withUploadedFile(request, operation.maxFileBytes, (file) =>
        answer(`${JSON.stringify(file.fields)} ${file.content.copy().digest('hex')}`, { file }),
      )
    }
    const text = await request.text()
    return answer(text, { body: checked(operation.body, jsonIn(text, operation)) })
  })
}

/** Throws the refusal of a token without `scope`; for work that needs another scope than its operation declares. */
export function requireScope({ scopes }: Bearer, scope: Scope): void {
  if (scopes.includes(scope)) return
  const challenge = { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` }
  throw new ApiRefusal(403, `The token lacks the scope “${scope}”.`, { headers: challenge })
}

/** Throws the refusal of a token whose user may not do `action`. */
export function requireRole(editor: Editor, action: DeskAction, ownership?: Ownership): void {
  if (can(editor, action, ownership)) return
  throw new ApiRefusal(403, 'The role of the user of this token does not allow this.')
}

/** The route of an address below /api/admin where nothing stands. */
export const nowhere: Route = guarded(async () => {
  throw new ApiRefusal(404, 'Nothing stands at this address. What there is: /api/openapi.json tells.')
})

/** A problem document as a response. */
export function problemResponse(
  status: number,
  detail: string,
  { headers = {}, ...more }: { headers?: Record<string, string>; errors?: Problem[] } & Record<string, unknown> = {},
): Response {
  const after: Record<string, string> = status === 503 ? { 'Retry-After': '2' } : {}
  return Response.json(problemDocument(status, detail, more), {
    status,
    headers: { 'Content-Type': PROBLEM_TYPE, ...after, ...headers },
  })
}

/** The conflict of a verb as the answer 409, with the present story. */
export function conflictOf(
  outcome: Conflict,
  { basedOn, article }: { basedOn: number; article: object | null },
): VersionConflict {
  const { version, savedBy, savedAt } = outcome.conflict
  return {
    conflict: {
      detail: `${savedBy} has saved version ${version} since version ${basedOn}. Nothing was changed.`,
      basedOn: { version: basedOn },
      current: { version, savedBy, savedAt: savedAt.toISOString(), article },
    },
  }
}

function guarded(handle: Route): Route {
  return async (request, context) => {
    try {
      return await handle(request, context)
    } catch (error) {
      if (error instanceof ApiRefusal) return problemResponse(error.status, error.detail, error.more)
      if (hasBrokenOff(request, error))
        return problemResponse(400, 'The request broke off before it was whole. Send it again.')
      const refused = refusalReason(error)
      if (refused !== null) return problemResponse(503, refusalInWords(refused))
      const fault = storageFault(error)
      const where = `${request.method} ${new URL(request.url).pathname} failed`
      if (fault) {
        console.error(`${where}, because ${fault.clause}`)
        return problemResponse(fault.status, faultForEditors(fault))
      }
      const number = randomBytes(4).toString('hex')
      console.error(`${where} (error ${number})`, error)
      return problemResponse(500, `The log of the site tells more under error ${number}.`)
    }
  }
}

function responseTo(outcome: unknown, status: 200 | 201 | 204): Response {
  if (typeof outcome !== 'object' || outcome === null) return problemResponse(404, 'There is no such thing.')
  if ('problems' in outcome) {
    const { problems } = outcome as Refusal
    return problemResponse(422, problems.map(({ message }) => message).join(' '), { errors: problems })
  }
  if ('conflict' in outcome) {
    const { detail, ...versions } = (outcome as VersionConflict).conflict
    return problemResponse(409, detail, versions)
  }
  return status === 204 ? new Response(null, { status }) : Response.json(outcome, { status })
}

async function checkedBearer(
  db: Writer,
  { request, address, now }: { request: Request; address: string; now: Date },
): Promise<Bearer> {
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  const bearer = await bearerOf(db, { token, now })
  if (!bearer) {
    const wait = failures.count(address, now.getTime())
    if (wait !== null) throw tooMany('Too many requests without a valid token.', wait)
    const challenge = token ? 'Bearer error="invalid_token"' : 'Bearer'
    const words = 'Send Authorization: Bearer and a token that an admin made at the desk and nobody revoked.'
    throw new ApiRefusal(401, words, { headers: { 'WWW-Authenticate': challenge } })
  }
  const wait = requests.count(String(bearer.token.id), now.getTime())
  if (wait !== null) throw tooMany('This token sends too many requests.', wait)
  await noteTokenUse(db, { id: bearer.token.id, address, now })
  return bearer
}

function tooMany(words: string, seconds: number): ApiRefusal {
  return new ApiRefusal(429, `${words} Wait ${seconds} s.`, { headers: { 'Retry-After': String(seconds) } })
}

function checkMediaType({ headers }: Request, operation: OperationOf<OperationName>): void {
  if (operation.method === 'GET') return
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (operation.maxFileBytes !== undefined) {
    if (type === 'multipart/form-data' || type === 'application/octet-stream' || type.startsWith('image/')) return
    throw new ApiRefusal(415, 'Send the file as multipart/form-data, as image/… or as application/octet-stream.')
  }
  if (type === 'application/json') return
  const isEmpty = !headers.has('content-length') && !headers.has('transfer-encoding')
  if (operation.isBodyOptional && (type === '' || headers.get('content-length') === '0' || isEmpty)) return
  throw new ApiRefusal(415, 'Send the body as application/json.')
}

function jsonIn(text: string, { isBodyOptional }: OperationOf<OperationName>): unknown {
  if (text.trim() === '' && isBodyOptional) return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiRefusal(400, 'The body is not JSON, or it broke off on the way.')
  }
}

/** What the schema makes of the input; throws a refusal that names every field that is wrong. */
export function checked<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const result = schema.safeParse(sent)
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  const [first] = errors
  const detail = first ? `${first.field ? `${first.field}: ` : ''}${first.message}` : 'The input is not valid.'
  throw new ApiRefusal(400, detail, { errors })
}

function numberIn(params: Record<string, string> | undefined): number {
  const [value] = Object.values(params ?? {})
  if (value === undefined) return 0
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new ApiRefusal(404, 'There is no such thing.')
  return Number(value)
}
