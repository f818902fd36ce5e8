import { refuseTarget } from '@/db/linking/link-pairs'
import { linkProposals } from '@/db/store/linking-schema'
import { inTransaction, type Writer } from '@/db/store/open'
import { isOneOf } from '@/db/store/value-lists'
import type { Refusal } from '@/lib/desk/refusal'
import type { Saver } from '@/lib/revisions/saver'

/**
 * Refuses proposals: the older story is not proposed to link to the other one again, here or in its writing room. One that
 * does not wait any more is left out.
 */
export async function refuseProposals(
  db: Writer,
  { ids, by, now }: { ids: readonly number[]; by: Saver; now: Date },
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const rows = await tx.select().from(linkProposals).where(isOneOf(linkProposals.id, ids))
    for (const { sourceId, targetId } of rows) {
      const refused = await refuseTarget(tx, { sourceId, targetId, isRefused: true, by, now })
      if (refused) return refused
    }
    return null
  })
}
