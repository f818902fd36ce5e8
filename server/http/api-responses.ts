import type { ServerResponse } from 'node:http'
import { PROBLEM_TYPE, type Problem, problemJson } from '@/lib/content-api/problem'
import { REVALIDATE, type SiteHeaders } from '@/server/http/headers'

/** The addresses at which programs ask for stories; the desk's stand elsewhere below /api. */
const MACHINES = /^\/api\/(?:v1(?:\/|$)|oembed\/?$)/i

const METHODS = 'GET, HEAD, OPTIONS'
const PREFLIGHT_SECONDS = 86_400

/** What any page of any site may read (Fetch, CORS protocol). */
const OPEN = ['Access-Control-Allow-Origin', '*']

/** Whether `path` is one of the open content API, or of oEmbed, in whatever spelling. */
export function isApiPath(path: string): boolean {
  return MACHINES.test(path)
}

/** Says what a page of another site may do here. */
export function sendPreflight(response: ServerResponse, { common: everywhere }: SiteHeaders): void {
  response.writeHead(204, [
    ...everywhere,
    ...OPEN,
    ...['Allow', METHODS, 'Access-Control-Allow-Methods', METHODS, 'Access-Control-Allow-Headers', '*'],
    ...['Access-Control-Max-Age', String(PREFLIGHT_SECONDS)],
  ])
  response.end()
}

/** Sends what is wrong with a request, where a reader would get a page that says so. */
export function sendProblem(response: ServerResponse, problem: Problem, { common: everywhere }: SiteHeaders): void {
  const words = problemJson(problem)
  response.writeHead(problem.status, [
    ...everywhere,
    ...OPEN,
    ...(problem.status === 405 ? ['Allow', METHODS] : []),
    ...(problem.status === 503 ? ['Retry-After', '2'] : []),
    ...['Content-Type', PROBLEM_TYPE, 'Cache-Control', REVALIDATE, 'X-Robots-Tag', 'noindex'],
    ...['Content-Length', String(Buffer.byteLength(words))],
  ])
  response.end(words)
}
