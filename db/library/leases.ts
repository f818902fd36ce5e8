import { recheckPicture } from '@/db/library/barred-pictures'
import { addLease, removeLease } from '@/db/pictures/use-rights'
import { inTransaction, type Writer } from '@/db/store/open'
import type { Refusal } from '@/lib/desk/refusal'
import type { Lease } from '@/lib/pictures/use-rights'
import type { Saver } from '@/lib/revisions/saver'

interface LeaseChange {
  /** The picture. */
  id: number
  by: Saver
  now: Date
}

/**
 * Adds a span to picture `id` and looks again at what is still to go out with it, in one transaction; null when the
 * picture does not exist, a refusal when the days cannot be.
 */
export async function grantLease(
  db: Writer,
  { lease, ...act }: LeaseChange & { lease: Lease },
): Promise<{ lease: number } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const outcome = await addLease(tx, { lease, ...act })
    if (outcome && 'lease' in outcome) await recheckPicture(tx, { pictureId: act.id, ...act })
    return outcome
  })
}

/** Removes a span of picture `id` and looks at what is to go out in the same way; null when it has none of that number. */
export async function endLease(
  db: Writer,
  { lease, ...act }: LeaseChange & { lease: number },
): Promise<{ lease: number } | null> {
  return inTransaction(db, async (tx) => {
    const outcome = await removeLease(tx, { lease, ...act })
    if (outcome) await recheckPicture(tx, { pictureId: act.id, ...act })
    return outcome
  })
}
