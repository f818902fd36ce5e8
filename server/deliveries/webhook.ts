import { createHmac } from 'node:crypto'
import { signedContent } from '@/lib/deliveries/webhook'
import type { Clock } from '@/server/clock'
import { httpSender, wrongKind } from '@/server/deliveries/http-sender'
import type { Sender } from '@/server/deliveries/sender'

/** Posts events to partners' programs, signed (Standard Webhooks 1.0). */
export function webhook({ siteUrl, now }: { siteUrl: string; now: Clock }): Sender {
  return httpSender({
    siteUrl,
    now,
    requestOf: (claimed) => {
      const { terms } = claimed.receiver
      const { key, content } = claimed.delivery
      if (terms.kind !== 'webhook' || content.kind !== 'webhook') throw wrongKind(claimed)
      const { body } = content
      // The second of the attempt, as the specification requires: receivers refuse requests older than some minutes.
      const seconds = Math.floor(now().getTime() / 1000)
      return {
        method: 'POST',
        url: terms.address,
        headers: {
          'Content-Type': 'application/json',
          'webhook-id': key,
          'webhook-timestamp': String(seconds),
          'webhook-signature': webhookSignature(signedContent({ id: key, seconds, body }), terms.secret),
        },
        body,
      }
    },
  })
}

/** The signature of `content` with a secret that begins with `whsec_` (Standard Webhooks 1.0, "Symmetric"). */
export function webhookSignature(content: string, secret: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
}
