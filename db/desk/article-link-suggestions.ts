import { storedArticle } from '@/db/editing/stored-article'
import { linkSuggestions } from '@/db/linking/link-suggestions'
import type { Reader } from '@/db/store/open'
import type { LinkSuggestion } from '@/lib/desk/articles/link-suggestion'

/** The stories that article `id` may link to, by the text that editors work on. Throws when the article does not exist. */
export async function articleLinkSuggestions(
  db: Reader,
  { id, now, most }: { id: number; now: Date; most: number },
): Promise<LinkSuggestion[]> {
  const { manuscript: text, snapshot } = await storedArticle(db, id, now)
  const at = snapshot.publishedAt === null ? now : new Date(snapshot.publishedAt)
  return linkSuggestions(db, { id, text, at, now, most })
}
