import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { authors, bylines } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Byline } from '@/lib/article/article'
import { tags } from '@/lib/pages/tags'
import { isBlank } from '@/lib/text/visible-text'

/** The bylines of the articles `ids`, in order, with the tags of their authors; an article without any is missing. */
export async function bylinesOf(
  db: Reader,
  ids: number[],
): Promise<Map<number, { bylines: Byline[]; tags: string[] }>> {
  const printed = new Map<number, { bylines: Byline[]; tags: string[] }>()
  if (!ids.length) return printed
  const rows = await db
    .select({
      articleId: bylines.articleId,
      guest: bylines.name,
      author: { id: authors.id, slug: authors.slug, name: authors.name },
    })
    .from(bylines)
    .leftJoin(authors, eq(authors.id, bylines.authorId))
    .where(isOneOf(bylines.articleId, ids))
    .orderBy(asc(bylines.articleId), asc(bylines.position))
  for (const { articleId, guest, author } of rows) {
    const under = printed.get(articleId) ?? { bylines: [], tags: [] }
    const name = author?.name ?? guest
    if (name === null) throw new Error(`article ${articleId} has a byline without a name`)
    // Of a name that an earlier version of Broadsheet accepted a reader may see nothing.
    if (isBlank(name)) continue
    under.bylines.push({ name, authorSlug: author?.slug ?? null })
    if (author) under.tags.push(tags.author(author.id))
    printed.set(articleId, under)
  }
  return printed
}
