import { indexNowRequest } from '@/lib/deliveries/index-now'
import type { Clock } from '@/server/clock'
import { httpSender, wrongKind } from '@/server/deliveries/http-sender'
import type { Sender } from '@/server/deliveries/sender'

/** Submits changed addresses to search engines (IndexNow). */
export function indexNow({ siteUrl, now }: { siteUrl: string; now: Clock }): Sender {
  return httpSender({
    siteUrl,
    now,
    requestOf: (claimed) => {
      const { terms } = claimed.receiver
      const { content } = claimed.delivery
      if (terms.kind !== 'indexnow' || content.kind !== 'indexnow') throw wrongKind(claimed)
      return indexNowRequest(content.urls, { terms, siteUrl })
    },
  })
}
