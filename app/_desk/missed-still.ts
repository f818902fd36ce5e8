import 'server-only'
import { addressOf } from '@/db/addresses/addresses'
import type { Reader } from '@/db/store/open'
import type { MissedAddress } from '@/lib/addresses/missed-address'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** The addresses that readers missed and still would; one at which something stands by now is forgotten. */
export async function missedStill(db: Reader, now: Date): Promise<MissedAddress[]> {
  const { missed } = siteRuntime()
  const still: MissedAddress[] = []
  for (const address of missed.list()) {
    const { kind } = await addressOf(db, { path: address.path, now })
    if (kind === 'missing') still.push(address)
    else missed.forget(address.path)
  }
  return still
}
