import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeToken } from '@/db/accounts/api-tokens'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, NOW } from '@/db/testing/fixtures'
import type { Role } from '@/lib/accounts/permissions'
import { adminOpenApi } from '@/lib/admin-api/open-api'
import type { OperationName } from '@/lib/admin-api/operations'
import { SCOPES, type Scope } from '@/lib/admin-api/scopes'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import type { TakenPicture } from '@/lib/pictures/picture-maker'
import { type Call, generatedClient } from '@/lib/testing/generated-client'

/*
 * The Admin API without a server: its routes on a store in memory, called by a client made from its description. A test
 * file mocks `@/app/store` with `mockedStore` and `@/lib/pages/site-runtime` with `mockedRuntime`.
 */

export const SITE = 'https://observer.example'

/** What the routes of a test work on. */
export const site: { db: MemoryStore; now: Date; picture: TakenPicture } = {
  db: openMemoryStore(),
  now: NOW,
  picture: { unusable: 'No test has begun.' },
}

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-api-'))
/** Each test comes from an address of its own, so that none waits for the failures of another. */
let tests = 0

export const mockedStore = { store: async () => site.db, dataDir: () => dataDir }

export const mockedRuntime = {
  siteRuntime: () => ({ siteUrl: SITE, now: () => site.now, pictures: { picture: async () => site.picture } }),
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
interface Route {
  pattern: RegExp
  names: string[]
  module: Record<string, Handler>
}

const FOLDER = 'app/api/admin'
let routes: Route[] = []

/** Loads every route of the Admin API; before the tests of a file. */
export async function loadRoutes(): Promise<void> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  routes = await Promise.all(
    files.map(async (file) => {
      const path = `/api/admin/${file.replace(/\/route\.ts$/, '')}`
      const isRest = path.includes('[...')
      return {
        pattern: isRest ? /^\/api\/admin\/.+$/ : new RegExp(`^${path.replace(/\[\w+\]/g, '([^/]+)')}$`),
        names: isRest ? [] : [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name),
        module: await import(resolve(FOLDER, file)),
      }
    }),
  )
  // The address for what is nowhere comes last.
  routes.sort((one, other) => Number(one.pattern.source.includes('.+')) - Number(other.pattern.source.includes('.+')))
}

/** The routes that are loaded. */
export function adminRoutes(): readonly Route[] {
  return routes
}

/** A paper of its own for the next test. */
export async function freshPaper(): Promise<void> {
  site.db = await aPaper(openMemoryStore())
  site.now = NOW
  tests += 1
  site.picture = {
    picture: { widthPx: 1600, heightPx: 900, original: 'originals/a.jpg', files: [], stated: null },
    notices: [],
  }
}

/** Removes what the tests of a file left on disk. */
export function tidyUp(): void {
  rmSync(dataDir, { recursive: true })
}

/** From where the requests of the present test come. */
export function addressOfTest(): string {
  return `192.0.2.${tests}`
}

/** Answers as the framework does, without what the server does before it. */
export async function send(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const route = routes.find(({ pattern }) => pattern.test(pathname))
  const handler = route?.module[request.method]
  if (!route || !handler) throw new Error(`${request.method} ${pathname} has no route`)
  const [, ...values] = route.pattern.exec(pathname) ?? []
  const params = Object.fromEntries(route.names.map((name, at) => [name, values[at] ?? '']))
  request.headers.set(CLIENT_ADDRESS_HEADER, addressOfTest())
  return handler(request, { params: Promise.resolve(params) })
}

export const description = await adminOpenApi({ siteUrl: SITE, paper: 'The Observer', yieldToRequests: async () => {} })
export const generated = generatedClient(description, send)

/** A token of the user, with all scopes or with these. */
export async function tokenOf(userId: string, scopes: readonly Scope[] = SCOPES): Promise<string> {
  const named = { name: 'Wire', userId, scopes: [...scopes], expiresAt: null, by: 'Ines Dahl', now: site.now }
  const made = await makeToken(site.db, named)
  if ('problems' in made) throw new Error('the token was refused')
  return made.token
}

/** Calls as a user of a role, with all scopes or with these. */
export async function clientOf(role: Role, scopes: readonly Scope[] = SCOPES) {
  const token = await tokenOf(await aUser(site.db, `${role}-${crypto.randomUUID().slice(0, 8)}`, role), scopes)
  return (name: OperationName, { headers, ...call }: Call = {}) => {
    const operation = generated[name]
    if (!operation) throw new Error(`${name} is not described`)
    return operation({ ...call, headers: { authorization: `Bearer ${token}`, ...headers } })
  }
}

export const STORY = {
  headline: 'The last ferry leaves at six',
  section: 'city',
  byline: 'Mara Quill',
  body: [{ type: 'paragraph', text: 'From Monday, buses take over.' }],
}
