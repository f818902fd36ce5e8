import type { ClaimedDelivery } from '@/db/deliveries/deliveries'
import type { OutgoingRequest } from '@/lib/deliveries/delivery'
import type { Clock } from '@/server/clock'
import { HTTP_TIMEOUT_MS, sendHttp } from '@/server/deliveries/send-http'
import type { Sender } from '@/server/deliveries/sender'

interface HttpSenderParts {
  siteUrl: string
  now: Clock
  /** The request of one delivery, without the headers that every request has. */
  requestOf: (claimed: ClaimedDelivery) => OutgoingRequest
  /** Awaited before each request. */
  beforeSend?: () => Promise<void>
}

/** Sends requests with the key of their delivery, by which a receiver recognizes a repeated one. */
export function httpSender({ siteUrl, now, requestOf, beforeSend: before }: HttpSenderParts): Sender {
  return {
    timeoutMs: HTTP_TIMEOUT_MS,
    send: async (claimed, signal) => {
      await before?.()
      const { headers, ...request } = requestOf(claimed)
      const common = { 'User-Agent': `Broadsheet (+${siteUrl})`, 'Idempotency-Key': claimed.delivery.key }
      return sendHttp({ ...request, headers: { ...common, ...headers } }, { signal, now: now() })
    },
  }
}

/** The error for a delivery whose content is not of its receiver's kind, which is a bug. */
export function wrongKind({ delivery, receiver }: ClaimedDelivery): Error {
  return new Error(
    `delivery ${delivery.id} is of kind ${delivery.content.kind}, its receiver of ${receiver.terms.kind}`,
  )
}
