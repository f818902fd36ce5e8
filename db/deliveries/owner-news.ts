import { and, eq } from 'drizzle-orm'
import { users } from '@/db/store/account-schema'
import type { Db } from '@/db/store/open'
import type { OutboxItem } from '@/db/store/outbox'
import { articles, revisions, sections } from '@/db/store/schema'
import { articlePath } from '@/lib/addresses/paths'

/** What whoever began a story is told about what became of it. */
export interface OwnerNews {
  to: { name: string; email: string }
  headline: string
  /** Where readers find it, or its notice; null while it has no section. */
  path: string | null
  /** Who did it, by hand or by the schedule. */
  by: string
  /** What they said about it; empty for nothing. */
  remark: string
}

/**
 * What the owner of the story of `item` has to be told; null when there is nobody to tell: it was not begun at the
 * desk, the account is gone or shut out, or the owner did it.
 */
export async function ownerNews(
  db: Db,
  { articleId, version }: Pick<OutboxItem, 'articleId' | 'version'>,
): Promise<OwnerNews | null> {
  const [row] = await db
    .select({
      to: { name: users.name, email: users.email },
      isShutOut: users.banned,
      headline: articles.headline,
      slug: articles.slug,
      section: sections.slug,
      by: revisions.savedBy,
      remark: revisions.remark,
    })
    .from(articles)
    .innerJoin(users, eq(users.id, articles.ownerId))
    .innerJoin(revisions, and(eq(revisions.articleId, articles.id), eq(revisions.version, version)))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, articleId))
  if (!row || row.isShutOut || row.by === row.to.name) return null
  const { to, headline, slug, section, by, remark } = row
  return { to, headline, by, remark, path: section === null ? null : articlePath({ section, slug, id: articleId }) }
}
