import { and, eq } from 'drizzle-orm'
import { users } from '@/db/store/account-schema'
import type { Reader } from '@/db/store/open'
import type { OutboxItem } from '@/db/store/outbox'
import { articles, revisions, sections } from '@/db/store/schema'
import { articlePath } from '@/lib/addresses/paths'
import { isSavedBy } from '@/lib/revisions/saver'

/** The facts for the owner of a story about a change of its public version. */
export interface OwnerNotice {
  to: { name: string; email: string }
  headline: string
  /** Path of the story, or of the notice that it was withdrawn; null while it has no section. */
  path: string | null
  /** Who made the change, by hand or by a schedule. */
  by: string
  /** Their remark; empty for none. */
  remark: string
}

/**
 * null when nobody is to be notified: the article has no owner, the account is gone or deactivated, or the owner made
 * the change.
 */
export async function ownerNotice(
  db: Reader,
  { articleId, version }: Pick<OutboxItem, 'articleId' | 'version'>,
): Promise<OwnerNotice | null> {
  const [row] = await db
    .select({
      to: { name: users.name, email: users.email },
      isDeactivated: users.banned,
      headline: articles.headline,
      slug: articles.slug,
      section: sections.slug,
      savedBy: revisions.savedBy,
      savedById: revisions.savedById,
      ownerId: users.id,
      remark: revisions.remark,
    })
    .from(articles)
    .innerJoin(users, eq(users.id, articles.ownerId))
    .innerJoin(revisions, and(eq(revisions.articleId, articles.id), eq(revisions.version, version)))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, articleId))
  if (!row || row.isDeactivated || isSavedBy(row, { id: row.ownerId, name: row.to.name })) return null
  const { to, headline, slug, section, savedBy: by, remark } = row
  return { to, headline, by, remark, path: section === null ? null : articlePath({ section, slug, id: articleId }) }
}
