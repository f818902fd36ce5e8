import { eq } from 'drizzle-orm'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { standingPages } from '@/db/store/schema'
import type { Body } from '@/lib/article/body'
import { asOfTag, type Tagged, tags } from '@/lib/pages/tags'

export type StandingPageSlug = (typeof standingPages.$inferSelect)['slug']

/** A standing page, such as the one about the paper; null until somebody writes it. */
export async function standingPage(
  db: Reader,
  slug: StandingPageSlug,
): Promise<Tagged<{ headline: string; body: Body } | null>> {
  const [row] = await db.select().from(standingPages).where(eq(standingPages.slug, slug))
  const tag = tags.standingPage(slug)
  if (!row) return { value: null, tags: [tag] }
  return { value: { headline: row.headline, body: row.body }, tags: [tag, asOfTag(row.savedAt)] }
}

/** Saves a standing page, in place of its earlier content. */
export async function writeStandingPage(
  db: Writer,
  { slug, headline, body, now }: { slug: StandingPageSlug; headline: string; body: Body; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .insert(standingPages)
      .values({ slug, headline, body, savedAt: now })
      .onConflictDoUpdate({ target: standingPages.slug, set: { headline, body, savedAt: now } })
    await invalidate(tx, [tags.standingPage(slug)], now)
  })
}
