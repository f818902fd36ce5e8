import { AsyncLocalStorage } from 'node:async_hooks'
import type { CrawledResponse } from '@/lib/crawler-check/crawled-page'
import type { StoryPreview } from '@/lib/pages/site-runtime'
import { readPageTags } from '@/lib/pages/tags'
import { pageHeaders, type SiteHeaders } from '@/server/http/headers'
import type { Pages } from '@/server/pages/pages'
import type { Renderer } from '@/server/pages/renderer'
import { NotPublishable, stripFrameworkScripts, stripScriptLinks } from '@/server/pages/strip-framework-scripts'

interface Parts {
  renderer: Pick<Renderer, 'render'>
  headers: SiteHeaders
  siteUrl: string
}

/** The caller is inside a request to the framework, whose asynchronous context the render must not see. */
const outsideRequest = AsyncLocalStorage.snapshot()

/**
 * The response that readers will get at the address of a story once it is published: the same route, the same headers,
 * without framework scripts. Nothing is stored. A page that cannot be rendered has status 500.
 */
export async function renderPreview(
  { renderer, headers, siteUrl }: Parts,
  story: StoryPreview,
): Promise<CrawledResponse> {
  const url = siteUrl + story.path
  const {
    status,
    body: rendered,
    link,
    tags,
  } = await outsideRequest(() => renderer.render(story.path, { asPublished: story }))
  const html = status === 200 ? strippedHtml(rendered.toString()) : null
  if (html === null) return { url, status: status === 200 ? 500 : status, headers: {}, html: '' }
  const page = {
    path: story.path,
    status,
    document: null,
    freshUntil: Number.POSITIVE_INFINITY,
    lastModified: story.at,
    tags: readPageTags(tags).subjects,
    link: stripScriptLinks(link),
  }
  const body = Buffer.from(html)
  const representation = { encoding: 'identity' as const, body, length: body.length, etag: '"as-published"' }
  return { url, status, headers: byName(pageHeaders(page, representation, headers)), html }
}

/** The response that readers get at `path`; the page is made and stored when it is not in the store. */
export async function readerPage(
  { pages, headers, siteUrl }: { pages: Pick<Pages, 'look'>; headers: SiteHeaders; siteUrl: string },
  path: string,
): Promise<CrawledResponse> {
  const outcome = await outsideRequest(() => pages.look(path))
  const url = siteUrl + path
  if (outcome.kind !== 'page') return { url, status: outcome.kind === 'failed' ? 500 : 404, headers: {}, html: '' }
  const { page } = outcome
  const { identity } = page.representations
  return {
    url,
    status: page.status,
    headers: byName(pageHeaders(page, identity, headers)),
    html: String(identity.body),
  }
}

function strippedHtml(html: string): string | null {
  try {
    return stripFrameworkScripts(html)
  } catch (error) {
    if (error instanceof NotPublishable) return null
    throw error
  }
}

/** Headers given as name, value, name, value … by lower-case name. */
function byName(pairs: string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let at = 0; at < pairs.length; at += 2) headers[(pairs[at] ?? '').toLowerCase()] = pairs[at + 1] ?? ''
  return headers
}
