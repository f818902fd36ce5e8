import 'server-only'
import { addressOf } from '@/db/addresses/addresses'
import { timedYield } from '@/db/store/long-work/yield-to-requests'
import type { Reader } from '@/db/store/open'
import type { MissedAddress } from '@/lib/addresses/missed-address'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** The addresses without a page that readers asked for; one that has a page or a redirect by now is dropped. */
export async function stillMissedAddresses(db: Reader, now: Date): Promise<MissedAddress[]> {
  const { missed } = siteRuntime()
  const addresses: MissedAddress[] = []
  const yieldToRequests = timedYield()
  for (const address of missed.list()) {
    const { kind } = await addressOf(db, { path: address.path, now })
    if (kind === 'missing') addresses.push(address)
    else missed.forget(address.path)
    await yieldToRequests()
  }
  return addresses
}
