import { eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { settings } from '@/db/store/schema'
import { type Tagged, tags } from '@/lib/pages/tags'
import type { SiteSettings } from '@/lib/paper/site-settings'
import type { PaperMarks } from '@/lib/pictures/paper-marks'

const THE_ROW = 1

const settingsColumns = {
  name: settings.name,
  tagline: settings.tagline,
  language: settings.language,
  timeZone: settings.timeZone,
  organisation: settings.organisation,
  distribution: settings.distribution,
  marks: settings.marks,
}

/** The site settings. Throws when the site is not set up. */
export async function siteSettings(db: Reader): Promise<Tagged<SiteSettings>> {
  const [row] = await db.select(settingsColumns).from(settings).where(eq(settings.id, THE_ROW))
  if (!row) throw new Error('no paper is founded in this store yet')
  const { marks, ...paper } = row
  return { value: marks ? { ...paper, marks } : paper, tags: [tags.site] }
}

/** Whether the site is set up. */
export async function hasSite(db: Reader): Promise<boolean> {
  const rows = await db.select({ id: settings.id }).from(settings).where(eq(settings.id, THE_ROW))
  return rows.length > 0
}

/** Sets up the site; false, without a change, when it is set up already. */
export async function createSite(db: Writer, { paper, now }: { paper: SiteSettings; now: Date }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const founded = await tx
      .insert(settings)
      .values({ id: THE_ROW, ...paper })
      .onConflictDoNothing()
      .returning({ id: settings.id })
    if (founded.length) await invalidate(tx, [tags.site], now)
    return founded.length > 0
  })
}

/** Changes the site settings; what is left out stays. Throws when the site is not set up. */
export async function changeSiteSettings(
  db: Writer,
  { changes, now }: { changes: Partial<SiteSettings>; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { value: before } = await siteSettings(tx)
    await tx
      .update(settings)
      .set({ ...before, ...changes })
      .where(eq(settings.id, THE_ROW))
    await invalidate(tx, [tags.site], now)
    const changed = Object.entries(changes).filter(
      ([name, value]) => !isSame(before[name as keyof SiteSettings], value),
    )
    const detail = changed.map(([name]) => name).join(', ')
    if (detail) await logAction(tx, { action: 'settings changed', detail, now })
  })
}

/** Gives the paper another icon or logo, or with null the drawing that comes with the site; every page has it at once. */
export async function changeMarks(
  db: Writer,
  { marks, now }: { marks: Partial<PaperMarks>; now: Date },
): Promise<PaperMarks> {
  return inTransaction(db, async (tx) => {
    const { value: before } = await siteSettings(tx)
    const after = { icon: null, logo: null, ...before.marks, ...marks }
    await changeSiteSettings(tx, { changes: { marks: after }, now })
    return after
  })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The name of the paper; null in a store in which none is founded yet. */
export async function paperName(db: Reader): Promise<string | null> {
  const [row] = await db.select({ name: settings.name }).from(settings).limit(1)
  return row?.name ?? null
}
