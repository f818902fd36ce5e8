import type { ClaimedDelivery } from '@/db/deliveries/deliveries'
import type { DeliveryResponse } from '@/lib/deliveries/delivery'

/** Sends the deliveries of one kind of receiver. */
export interface Sender {
  /** An attempt ends within this time. */
  timeoutMs: number
  /** Sends the delivery once and returns the response; never throws. Ends at once when `signal` is aborted, as the site stops. */
  send(claimed: ClaimedDelivery, signal: AbortSignal): Promise<DeliveryResponse>
}
