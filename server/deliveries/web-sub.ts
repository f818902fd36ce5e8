import { webSubRequest } from '@/lib/deliveries/web-sub'
import type { Clock } from '@/server/clock'
import { httpSender, wrongKind } from '@/server/deliveries/http-sender'
import type { Sender } from '@/server/deliveries/sender'

/** Notifies hubs of changed feeds (WebSub). */
export function webSub({ siteUrl, now }: { siteUrl: string; now: Clock }): Sender {
  return httpSender({
    siteUrl,
    now,
    requestOf: (claimed) => {
      const { terms } = claimed.receiver
      const { content } = claimed.delivery
      if (terms.kind !== 'websub' || content.kind !== 'websub') throw wrongKind(claimed)
      return webSubRequest(content.feeds, terms)
    },
  })
}
