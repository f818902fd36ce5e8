import type { ClaimedDelivery } from '@/db/deliveries/deliveries'
import type { DeliveryResponse } from '@/lib/deliveries/delivery'

/** Sends the deliveries of one kind of receiver. */
export interface Sender {
  /** An attempt ends within this time. */
  timeoutMs: number
  /** Sends it once and tells what came back; never throws. Ends at once when `signal` says that the site is leaving. */
  send(claimed: ClaimedDelivery, signal: AbortSignal): Promise<DeliveryResponse>
}
