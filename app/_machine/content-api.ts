import 'server-only'
import { machineDocument } from '@/app/_machine/machine-document'
import { readArticle, readPageChrome, readStorySoFar, siteUrl } from '@/app/reads'
import type { Article } from '@/lib/article/article'
import type { InTimeline } from '@/lib/content-api/listed-story'
import { PROBLEM_TYPE, type Problem, problemJson, withdrawn } from '@/lib/content-api/problem'
import type { Publisher } from '@/lib/content-api/publisher'
import { type ApiRequest, parseApiRequest } from '@/lib/content-api/request'
import { type ReaderBody, readerBody } from '@/lib/linking/reader-body'

/** Pages of any origin may read the API, with these headers; search engines do not list it. */
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link',
  'X-Robots-Tag': 'noindex',
}

export async function publisher(): Promise<Publisher> {
  const { settings } = await readPageChrome()
  return { siteUrl: siteUrl(), settings }
}

/** The parsed request. The server has checked it before; with `npm run dev` it has not. */
export function apiRequest({ url }: Request): ApiRequest | { problem: Problem } {
  const { pathname, searchParams } = new URL(url)
  return parseApiRequest(pathname, searchParams)
}

export function jsonResponse(answer: object, headers: { Link?: string } = {}): Response {
  return textResponse(JSON.stringify(answer), { contentType: 'application/json; charset=utf-8', ...headers })
}

export function textResponse(
  body: string,
  { contentType, ...headers }: { contentType: string; Link?: string },
): Response {
  return machineDocument(body, { contentType, headers: { ...OPEN, ...headers } })
}

export function problemResponse(what: Problem): Response {
  return machineDocument(problemJson(what), { contentType: PROBLEM_TYPE, headers: OPEN, status: what.status })
}

/** A public article with its body as readers see it, or the problem to answer with. */
export async function publicArticle(
  id: number,
): Promise<{ article: InTimeline<Article>; body: ReaderBody } | { problem: Problem }> {
  const found = await readArticle(id)
  if (!found) return { problem: { status: 404, title: 'Not found', detail: `Readers know of no story ${id}.` } }
  if (found.visibility === 'withdrawn') return { problem: withdrawn(found.withdrawal) }
  const { article, referenced } = found
  const soFar = await readStorySoFar(id)
  return { article: { ...article, soFar }, body: readerBody(article.body, article.id, referenced) }
}

/** The Link header that names the reader's page of an article. */
export function canonicalLink(article: Article): string {
  return `<${siteUrl()}${article.path}>; rel="canonical"`
}
