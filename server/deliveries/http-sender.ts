import type { ClaimedDelivery } from '@/db/deliveries/deliveries'
import type { OutgoingRequest } from '@/lib/deliveries/delivery'
import type { Clock } from '@/server/clock'
import { HTTP_PATIENCE_MS, sendHttp } from '@/server/deliveries/http-post'
import type { Sender } from '@/server/deliveries/sender'

interface HttpSenderParts {
  siteUrl: string
  now: Clock
  /** The request of one delivery, without what every request carries. */
  requestOf: (claimed: ClaimedDelivery) => OutgoingRequest
  /** What has to be done before anything goes out. */
  before?: () => Promise<void>
}

/** Sends requests under the key of their delivery, by which a receiver knows what it has had. */
export function httpSender({ siteUrl, now, requestOf, before }: HttpSenderParts): Sender {
  return {
    patienceMs: HTTP_PATIENCE_MS,
    send: async (claimed, signal) => {
      await before?.()
      const { headers, ...request } = requestOf(claimed)
      const ours = { 'User-Agent': `Broadsheet (+${siteUrl})`, 'Idempotency-Key': claimed.delivery.key }
      return sendHttp({ ...request, headers: { ...ours, ...headers } }, { signal, now: now() })
    },
  }
}

/** Names a delivery whose content is not of its receiver's kind: a bug, not an accident. */
export function mixedUp({ delivery, receiver }: ClaimedDelivery): Error {
  return new Error(
    `delivery ${delivery.id} is of kind ${delivery.content.kind}, its receiver of ${receiver.terms.kind}`,
  )
}
