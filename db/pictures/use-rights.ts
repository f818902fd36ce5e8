import { and, asc, eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { pictureLeases } from '@/db/store/picture-schema'
import { media } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { type Lease, leaseProblem, type UseRights } from '@/lib/pictures/use-rights'
import type { Saver } from '@/lib/revisions/saver'

/** A span with its id, who made it and when. */
export interface StoredLease extends Lease {
  id: number
  madeBy: string
  madeAt: Date
}

const LOGGED = 'picture rights changed'

/** More than one picture needs. */
const MAX_LEASES = 50

/** What decides whether the pictures `ids` may be used, by id; one that does not exist is missing. */
export async function rightsToUse(db: Reader, ids: readonly number[]): Promise<Map<number, UseRights>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: media.id, category: media.rightsCategory, restrictions: media.restrictions })
    .from(media)
    .where(isOneOf(media.id, ids))
  const leases = await db
    .select()
    .from(pictureLeases)
    .where(isOneOf(pictureLeases.mediaId, ids))
    .orderBy(asc(pictureLeases.id))
  return new Map(
    rows.map(({ id, ...rights }) => [id, { ...rights, leases: leases.filter(({ mediaId }) => mediaId === id) }]),
  )
}

/** What decides whether picture `from` may be used decides the same for picture `to` from now on. */
export async function copyRights(db: Writer, { from, to }: { from: number; to: number }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [rights] = await tx
      .select({ rightsCategory: media.rightsCategory, restrictions: media.restrictions })
      .from(media)
      .where(eq(media.id, from))
    if (rights) await tx.update(media).set(rights).where(eq(media.id, to))
    const spans = (await leasesOf(tx, from)).map(({ id: _, ...lease }) => ({ ...lease, mediaId: to }))
    if (spans.length) await tx.insert(pictureLeases).values(spans)
  })
}

/** The spans of picture `id`, the earliest made first. */
export async function leasesOf(db: Reader, id: number): Promise<StoredLease[]> {
  const rows = await db.select().from(pictureLeases).where(eq(pictureLeases.mediaId, id)).orderBy(asc(pictureLeases.id))
  return rows.map(({ mediaId: _, ...lease }) => lease)
}

/** Adds a span to picture `id`; null when the picture does not exist, a refusal when the days cannot be. */
export async function addLease(
  db: Writer,
  { id, lease, by, now }: { id: number; lease: Lease; by: Saver; now: Date },
): Promise<{ lease: number } | Refusal | null> {
  const problem = leaseProblem(lease)
  if (problem) return refuse('untilDay', problem)
  return inTransaction(db, async (tx) => {
    const [picture] = await tx.select({ alt: media.alt }).from(media).where(eq(media.id, id))
    if (!picture) return null
    if ((await leasesOf(tx, id)).length >= MAX_LEASES) {
      return refuse('', `A picture has at most ${MAX_LEASES} spans. Remove one that is over.`)
    }
    const [made] = await tx
      .insert(pictureLeases)
      .values({ mediaId: id, ...lease, madeBy: by.name, madeAt: now })
      .returning({ id: pictureLeases.id })
    if (!made) throw new Error(`the span of picture ${id} was not stored`)
    await logAction(tx, { action: LOGGED, thing: { id, name: picture.alt }, detail: `added: ${wordsOf(lease)}`, now })
    return { lease: made.id }
  })
}

/** Removes a span of picture `id`; null when it has none of that number. */
export async function removeLease(
  db: Writer,
  { id, lease, now }: { id: number; lease: number; now: Date },
): Promise<{ lease: number } | null> {
  return inTransaction(db, async (tx) => {
    const removed = await tx
      .delete(pictureLeases)
      .where(and(eq(pictureLeases.id, lease), eq(pictureLeases.mediaId, id)))
      .returning()
    const [span] = removed
    if (!span) return null
    const [picture] = await tx.select({ alt: media.alt }).from(media).where(eq(media.id, id))
    const thing = { id, name: picture?.alt ?? '' }
    await logAction(tx, { action: LOGGED, thing, detail: `removed: ${wordsOf(span)}`, now })
    return { lease }
  })
}

/** "allow 2026-11-01 to 2026-12-31", with dots where there is no bound. */
function wordsOf({ kind, fromDay, untilDay }: Lease): string {
  return `${kind} ${fromDay ?? '…'} to ${untilDay ?? '…'}`
}
