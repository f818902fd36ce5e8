import { eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { settings } from '@/db/store/schema'
import { BACK_LINKS_AT_FIRST, type BackLinkRule } from '@/lib/linking/back-links/back-link-rule'

/** What becomes of links from older stories to a new one; as at first when no paper is founded yet. */
export async function backLinkRule(db: Reader): Promise<BackLinkRule> {
  const [row] = await db
    .select({ backLinks: settings.backLinks, backLinksPerDay: settings.backLinksPerDay })
    .from(settings)
    .where(eq(settings.id, 1))
  return row ?? BACK_LINKS_AT_FIRST
}

/** Decides what becomes of back-links from now on; what waits or was placed already stays as it is. */
export async function changeBackLinkRule(db: Writer, { now, ...rule }: BackLinkRule & { now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await backLinkRule(tx)
    if (before.backLinks === rule.backLinks && before.backLinksPerDay === rule.backLinksPerDay) return
    await tx.update(settings).set(rule).where(eq(settings.id, 1))
    const detail =
      rule.backLinks === 'filled'
        ? `back-links filled, at most ${rule.backLinksPerDay} a day`
        : `back-links ${rule.backLinks}`
    await logAction(tx, { action: 'settings changed', detail, now })
  })
}
