import type { Article } from '@/lib/article/article'
import { isBlank } from '@/lib/text/visible-text'

/** What a story is called in search results and where it is shared: what an editor wrote for that, else its headline. */
export function searchTitle({ seoTitle, headline }: Pick<Article, 'seoTitle' | 'headline'>): string {
  return seoTitle === null || isBlank(seoTitle) ? headline : seoTitle
}
