import type { ClaimedDelivery } from '@/db/deliveries/deliveries'
import type { Answer } from '@/lib/deliveries/delivery'

/** How deliveries of one kind go out. */
export interface Sender {
  /** An attempt takes no longer. */
  patienceMs: number
  /** Sends it once and tells what came back; never throws. Ends at once when `signal` says that the site is leaving. */
  send(claimed: ClaimedDelivery, signal: AbortSignal): Promise<Answer>
}
