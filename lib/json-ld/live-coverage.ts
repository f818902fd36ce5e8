import type { BlogPosting } from 'schema-dts'
import type { Article } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import type { Body } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import { liveEntries } from '@/lib/article/live-entries'
import { readableText } from '@/lib/article/readable-text'
import type { Publication } from '@/lib/json-ld/publication'
import { isBlank } from '@/lib/text/visible-text'
import { isoWithZone } from '@/lib/time/dates'

/** The additional structured data of a live story. */
export interface LiveCoverage {
  coverageStartTime: string
  coverageEndTime: string
  liveBlogUpdate: BlogPosting[]
}

/**
 * The entries of a live story for search engines, in reading order (Google and schema.org, LiveBlogPosting): each with
 * its headline, instant, text and anchor. Coverage lasts from the earliest entry, or the
 * publication, to the newest entry or change of the story.
 */
export function liveCoverageJsonLd({ siteUrl, settings }: Publication, article: Article): LiveCoverage {
  const { published, modified } = articleDates(article)
  const entries = liveEntries(article.body)
  const zoned = (ms: number) => isoWithZone(new Date(ms), settings.timeZone)
  const instants = entries.map(({ at }) => at.getTime())
  return {
    coverageStartTime: zoned(Math.min(published.getTime(), ...instants)),
    coverageEndTime: zoned(Math.max(modified.getTime(), ...instants)),
    liveBlogUpdate: entries.map(({ id, at, headline, body }) => ({
      '@type': 'BlogPosting',
      headline,
      datePublished: zoned(at.getTime()),
      // An entry may be its heading alone.
      articleBody: wordsOf(body) || headline,
      url: `${siteUrl}${article.path}#${id}`,
    })),
  }
}

/** The words of an entry; empty when readers see none. */
function wordsOf(body: Body): string {
  const words = bodyWords(body, readableText)
  return isBlank(words) ? '' : words
}
