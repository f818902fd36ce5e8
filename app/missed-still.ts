import 'server-only'
import { addressOf } from '@/db/addresses'
import type { Db } from '@/db/open'
import { handover } from '@/lib/handover'
import type { MissedAddress } from '@/lib/missed-address'

/** The addresses that readers missed and still would; one at which something stands by now is forgotten. */
export async function missedStill(db: Db, now: Date): Promise<MissedAddress[]> {
  const { missed } = handover()
  const still: MissedAddress[] = []
  for (const address of missed.list()) {
    const { kind } = await addressOf(db, { path: address.path, now })
    if (kind === 'missing') still.push(address)
    else missed.forget(address.path)
  }
  return still
}
