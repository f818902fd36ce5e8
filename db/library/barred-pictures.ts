import { recheckAllPlannedEditions, recheckPlannedEditions } from '@/db/front/withheld-pictures'
import { changeSiteSettings, siteSettings } from '@/db/paper/site'
import { recheckAllScheduledStories, recheckScheduledStories } from '@/db/publishing/withheld-pictures'
import { inTransaction, type Transaction, type Writer } from '@/db/store/open'
import type { SiteSettings } from '@/lib/paper/site-settings'
import type { Saver } from '@/lib/revisions/saver'

interface Change {
  /** Who changed what decides. */
  by: Pick<Saver, 'name'>
  now: Date
}

/**
 * Looks again at everything that is still to go out with picture `pictureId`: planned editions of the fronts and scheduled
 * stories. To be called in the transaction of every change of what decides whether readers may get it.
 */
export async function recheckPicture(tx: Transaction, change: Change & { pictureId: number }): Promise<void> {
  await recheckPlannedEditions(tx, change)
  await recheckScheduledStories(tx, change)
}

/**
 * Changes the site settings as changeSiteSettings does. In another time zone the days of the paper begin at another
 * instant, and with them the spans in which pictures may be used: what is still to go out is looked at again.
 */
export async function changePaper(
  db: Writer,
  { changes, by, now }: Change & { changes: Partial<SiteSettings> },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { value: before } = await siteSettings(tx)
    await changeSiteSettings(tx, { changes, now })
    if (changes.timeZone === undefined || changes.timeZone === before.timeZone) return
    await recheckAllPlannedEditions(tx, { by, now })
    await recheckAllScheduledStories(tx, { by, now })
  })
}
