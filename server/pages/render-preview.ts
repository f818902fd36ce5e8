import { AsyncLocalStorage } from 'node:async_hooks'
import type { CrawledAnswer } from '@/lib/crawler-check/crawled-page'
import type { StoryPreview } from '@/lib/pages/site-runtime'
import { readPageTags } from '@/lib/pages/tags'
import { pageHeaders, type SiteHeaders } from '@/server/http/headers'
import type { Renderer } from '@/server/pages/renderer'
import { NotPublishable, stripFrameworkScripts, stripScriptLinks } from '@/server/pages/strip-framework-scripts'

interface Parts {
  renderer: Pick<Renderer, 'render'>
  headers: SiteHeaders
  siteUrl: string
}

/** Who asks is in the middle of a request to the framework, of which the render must not take itself for a part. */
const outside = AsyncLocalStorage.snapshot()

/**
 * The answer that readers will get at the address of a story under work: the route that they will ask, with the same
 * form and the same headers. Nothing is kept. A page that cannot be made answers 500.
 */
export async function renderPreview(
  { renderer, headers, siteUrl }: Parts,
  story: StoryPreview,
): Promise<CrawledAnswer> {
  const url = siteUrl + story.path
  const { status, body, link, tags } = await outside(() => renderer.render(story.path, story))
  const html = status === 200 ? readersForm(body.toString()) : null
  if (html === null) return { url, status: status === 200 ? 500 : status, headers: {}, html: '' }
  const page = {
    ...{ path: story.path, status, document: null, freshUntil: Number.POSITIVE_INFINITY },
    ...{ lastModified: story.at, tags: readPageTags(tags).subjects, link: stripScriptLinks(link) },
  }
  const sent = { encoding: 'identity' as const, body: Buffer.from(html), etag: '"as-published"' }
  return { url, status, headers: byName(pageHeaders(page, sent, headers)), html }
}

function readersForm(html: string): string | null {
  try {
    return stripFrameworkScripts(html)
  } catch (error) {
    if (error instanceof NotPublishable) return null
    throw error
  }
}

/** Headers written as name, value, name, value …, by name in lower case. */
function byName(pairs: string[]): Record<string, string> {
  const named: Record<string, string> = {}
  for (let at = 0; at < pairs.length; at += 2) named[(pairs[at] ?? '').toLowerCase()] = pairs[at + 1] ?? ''
  return named
}
