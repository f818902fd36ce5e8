import { machineDocument } from '@/app/_machine/machine-document'
import { readNews, readPageChrome, siteUrl } from '@/app/reads'
import type { News } from '@/db/distribution/news'
import { newsSitemapPath } from '@/lib/addresses/document-paths'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { MAX_NEWS_PER_FILE, newsSitemap, newsSitemapIndex } from '@/lib/sitemaps/news'
import { isoWithZone } from '@/lib/time/dates'

const XML = { contentType: 'application/xml; charset=utf-8' }

/** The news of the last two days; the index of several such sitemaps when one cannot hold them. */
export async function newsSitemapDocument(): Promise<Response> {
  const news = await readNews(1)
  const { settings } = await readPageChrome()
  const files = Math.ceil(news.total / MAX_NEWS_PER_FILE)
  return machineDocument(files > 1 ? indexOf(news, files, settings) : fileOf(news, settings), XML)
}

/** File `file`, from 1, of the news; null when there is no such file, or when one holds them all. */
export async function newsSitemapFile(file: number): Promise<Response | null> {
  const news = await readNews(file)
  const { settings } = await readPageChrome()
  const isOneOfMany = news.total > MAX_NEWS_PER_FILE && news.stories.length > 0
  return isOneOfMany ? machineDocument(fileOf(news, settings), XML) : null
}

function fileOf({ stories }: News, { name, timeZone }: SiteSettings): string {
  const entries = stories.map(({ headline, path, language, publishedAt }) => ({
    address: siteUrl() + path,
    headline,
    language,
    published: isoWithZone(publishedAt, timeZone),
  }))
  return newsSitemap(entries, name)
}

/** A story that comes moves one story of each file on to the next. */
function indexOf({ changedAt }: News, files: number, { timeZone }: SiteSettings): string {
  const modified = changedAt && isoWithZone(changedAt, timeZone)
  return newsSitemapIndex(
    Array.from({ length: files }, (_, index) => ({ address: siteUrl() + newsSitemapPath(index + 1), modified })),
  )
}
