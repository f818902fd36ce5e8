import { eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { settings } from '@/db/store/schema'
import type { OpenSlots } from '@/lib/linking/placement/open-slots'

/** What becomes of open slots when a story is published; left when no paper is founded yet. */
export async function openSlotsSetting(db: Reader): Promise<OpenSlots> {
  const [row] = await db.select({ openSlots: settings.openSlots }).from(settings).where(eq(settings.id, 1))
  return row?.openSlots ?? 'left'
}

/** Decides what becomes of open slots from now on; stories that are published already stay as they are. */
export async function changeOpenSlots(
  db: Writer,
  { openSlots, now }: { openSlots: OpenSlots; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ((await openSlotsSetting(tx)) === openSlots) return
    await tx.update(settings).set({ openSlots }).where(eq(settings.id, 1))
    await logAction(tx, { action: 'settings changed', detail: `open slots ${openSlots}`, now })
  })
}
