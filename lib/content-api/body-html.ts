import type { Article } from '@/lib/article/article'
import type { Publisher } from '@/lib/content-api/publisher'
import { feedHtml } from '@/lib/feeds/feed-html'
import type { ReaderBody } from '@/lib/linking/reader-body'

/** The body of a story without its other parts, as HTML without scripts, styles or frames. */
export function bodyHtml(
  { language, dateline }: Pick<Article, 'language' | 'dateline'>,
  body: ReaderBody,
  publisher: Publisher,
): string {
  return feedHtml({ language, dateline, standfirst: '', leadPicture: null, corrections: [], body }, publisher)
}
