import { readdirSync } from 'node:fs'
import type { z } from 'zod'
import { nothing, type Operation } from '@/lib/admin-api/operation'
import { OPERATIONS } from '@/lib/admin-api/operations'
import { READS_PATH } from '@/lib/audience/reads'
import { ENDPOINTS } from '@/lib/desk/endpoints'

/** An address that a request is aimed at. */
export interface Door {
  method: string
  /** Segments that vary are in brackets. */
  path: string
  /** The JSON that it takes; null where none is declared. */
  input: z.ZodType | null
  takesFile: boolean
  /** What its address may ask for behind the path; left out where nothing is declared. */
  query?: z.ZodType
  /** Whether it takes a token in place of a cookie. */
  takesToken?: boolean
}

/** Every address of the desk's own forms, as declared. */
export function deskDoors(): Door[] {
  return Object.values(ENDPOINTS).map((endpoint) => ({
    method: endpoint.method,
    path: endpoint.path,
    input: endpoint.input,
    takesFile: 'maxFileBytes' in endpoint && endpoint.maxFileBytes !== undefined,
  }))
}

/** Every operation of the Admin API, as declared. */
export function adminApiDoors(): Door[] {
  return Object.values<Operation>(OPERATIONS).map(({ method, path, body, query, maxFileBytes }) => ({
    method,
    path,
    query,
    takesToken: true,
    input: body === nothing ? null : body,
    takesFile: maxFileBytes !== undefined,
  }))
}

/** Every address of sign-in that takes a body; the others answer 404. */
const SIGN_IN = [
  ...['/sign-in/email', '/sign-out', '/change-password', '/two-factor/enable', '/two-factor/disable'],
  ...['/two-factor/generate-backup-codes', '/two-factor/verify-totp', '/two-factor/verify-backup-code'],
  ...['/passkey/generate-register-options', '/passkey/verify-registration', '/passkey/generate-authenticate-options'],
  ...['/passkey/verify-authentication', '/passkey/update-passkey', '/passkey/delete-passkey', '/sign-up/email'],
]

export function signInDoors(): Door[] {
  return SIGN_IN.map((path) => ({ method: 'POST', path: `/api/auth${path}`, input: null, takesFile: false }))
}

/** Where pages say what was read, which the server answers without the framework. */
const READS: Door = { method: 'POST', path: READS_PATH, input: null, takesFile: false }

/** Every address that takes a body. */
export function bodyDoors(): Door[] {
  return [...deskDoors(), ...adminApiDoors(), ...signInDoors(), READS].filter(({ method }) => method !== 'GET')
}

/** Addresses that the server answers without a route below app/. */
const WITHOUT_ROUTE = [
  ...['/healthz', '/sitemap.xml', '/sitemaps/[file].xml', '/sitemaps/topics-[part].xml', '/icon-192.png'],
  ...['/favicon.ico', '/media/[file]', '/media/0123456789abcdef-16x9-[x]x50.jpg', '/assets/[file]'],
]

/** Every address that is read, and that of what was read. */
export function routeDoors(): Door[] {
  const read = (path: string): Door => ({ method: 'GET', path, input: null, takesFile: false })
  return [...[...routedPaths(), ...WITHOUT_ROUTE].map(read), READS]
}

/** Every route below app/, as its folders spell it, without a method of its own. */
export function routedPaths(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file))
    .map((file) => `/${file.replace(/\/?(?:page|route)\.tsx?$/, '')}`.replace(/\/\([^)]*\)/g, '') || '/')
    .sort()
}

/** What the framework itself answers on other sites. */
export const FRAMEWORK_PATHS = [
  ...['/_next/image?url=%2Ficon-192.png&w=640&q=75', '/_next/data/build/index.json', '/_next/webpack-hmr'],
  ...['/_next/static/chunks/nothing.js', '/_next/postponed/resume', '/_next/mcp', '/__nextjs_original-stack-frames'],
  ...['/__nextjs_font/geist.woff2', '/_not-found', '/_error', '/_global-error', '/404', '/500', '/index', '/index.rsc'],
  ...['/admin.rsc', '/admin/people.rsc', '/admin/articles/1.rsc', '/admin/articles.segments/_tree.segment.rsc'],
  ...['/admin?_rsc=abc', '/admin/articles?__nextDataReq=1&nxtPid=2', '/_next/..%2f..%2fpackage.json'],
]
