import { NEWS_SITEMAP, SITEMAP } from '@/lib/addresses/document-paths'
import { AI_CRAWLERS } from '@/lib/crawlers/ai-crawlers'
import type { Distribution } from '@/lib/paper/site-settings'

/**
 * The paths of the desk and of its API. A section may begin with the same word, such as /admin-news, so the rules end
 * after it. Search pages are not among them: they carry noindex, which a crawler that may not fetch a page never sees
 * (Google, Block Search indexing with noindex).
 */
const CLOSED = ['/admin$', '/admin/', '/api/auth/', '/api/desk/', '/preview/']

/**
 * The robots.txt of the site at `siteUrl` (RFC 9309): every crawler may read the paper, and those of artificial
 * intelligence as the settings say. Allowed ones have no group of their own: a crawler obeys only the group that
 * names it, and would ignore the closed paths of the general group.
 */
export function robotsTxt({
  siteUrl,
  aiCrawlers,
}: {
  siteUrl: string
  aiCrawlers: Distribution['aiCrawlers']
}): string {
  const purposes = Object.keys(AI_CRAWLERS) as (keyof typeof AI_CRAWLERS)[]
  const excluded = purposes.filter((purpose) => !aiCrawlers[purpose])
  const groups = [
    group(['*'], CLOSED),
    ...excluded.map((purpose) => `# ${WHY[purpose]}\n${group(AI_CRAWLERS[purpose], ['/'])}`),
  ]
  const sitemaps = [SITEMAP, NEWS_SITEMAP].map((path) => `Sitemap: ${siteUrl}${path}\n`).join('')
  return [...groups, sitemaps].join('\n')
}

const WHY: Record<keyof typeof AI_CRAWLERS, string> = {
  training: 'Nothing of this paper may be used to train models.',
  search: 'Nothing of this paper may be searched for answers that a model writes.',
  visiting: 'Nothing of this paper may be fetched by a model on somebody’s behalf.',
}

function group(agents: readonly string[], disallowed: string[]): string {
  return [...agents.map((agent) => `User-agent: ${agent}`), ...disallowed.map((path) => `Disallow: ${path}`), ''].join(
    '\n',
  )
}
