import type { IncomingMessage, ServerResponse } from 'node:http'
import { problemDocument } from '@/lib/admin-api/problem'
import { PROBLEM_TYPE, type Problem, problemJson } from '@/lib/content-api/problem'
import { REVALIDATE, type SiteHeaders } from '@/server/http/headers'

/** The content API and oEmbed; other addresses below /api are the desk's. */
const API_PATH = /^\/api\/(?:v1(?:\/|$)|oembed\/?$)/i

const METHODS = 'GET, HEAD, OPTIONS'
const PREFLIGHT_SECONDS = 86_400

/** Lets pages of every site read the response (Fetch, CORS protocol). */
const ANY_ORIGIN = ['Access-Control-Allow-Origin', '*']

/** Whether `path` belongs to the content API or to oEmbed, in any spelling. */
export function isApiPath(path: string): boolean {
  return API_PATH.test(path)
}

/** Answers a CORS preflight request. */
export function sendPreflight(response: ServerResponse, { common: everywhere }: SiteHeaders): void {
  response.writeHead(204, [
    ...everywhere,
    ...ANY_ORIGIN,
    ...['Allow', METHODS, 'Access-Control-Allow-Methods', METHODS, 'Access-Control-Allow-Headers', '*'],
    ...['Access-Control-Max-Age', String(PREFLIGHT_SECONDS)],
  ])
  response.end()
}

/** Sends an error as a problem document (RFC 9457), with the methods of the API when it lacks the one that was used. */
export function sendProblem(response: ServerResponse, problem: Problem, { common: everywhere }: SiteHeaders): void {
  const body = problemJson(problem)
  response.writeHead(problem.status, [
    ...everywhere,
    ...ANY_ORIGIN,
    ...(problem.status === 405 ? ['Allow', METHODS] : []),
    ...(problem.status === 503 ? ['Retry-After', '2'] : []),
    ...['Content-Type', PROBLEM_TYPE, 'Cache-Control', REVALIDATE, 'X-Robots-Tag', 'noindex'],
    ...['Content-Length', String(Buffer.byteLength(body))],
  ])
  response.end(body)
}

/** Sends an error of the Admin API as a problem document; pages of other sites cannot read it. */
export function sendAdminProblem(
  { method }: Pick<IncomingMessage, 'method'>,
  response: ServerResponse,
  { status, detail, allow = '' }: { status: number; detail: string; allow?: string },
  { common }: SiteHeaders,
): void {
  const body = JSON.stringify(problemDocument(status, detail))
  response.writeHead(status, [
    ...common,
    ...(allow ? ['Allow', allow] : []),
    ...['Content-Type', PROBLEM_TYPE, 'Cache-Control', 'no-store', 'X-Robots-Tag', 'noindex'],
    ...['Content-Length', String(Buffer.byteLength(body))],
  ])
  response.end(method === 'HEAD' ? undefined : body)
}
