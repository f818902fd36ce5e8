import { webSubRequest } from '@/lib/telling/web-sub'
import type { Clock } from '@/server/clock'
import { httpSender, mixedUp } from '@/server/telling/http-sender'
import type { Sender } from '@/server/telling/sender'

/** Tells hubs which feeds changed. */
export function webSub({ siteUrl, now }: { siteUrl: string; now: Clock }): Sender {
  return httpSender({
    ...{ siteUrl, now },
    requestOf: (claimed) => {
      const { terms } = claimed.receiver
      const { content } = claimed.delivery
      if (terms.kind !== 'websub' || content.kind !== 'websub') throw mixedUp(claimed)
      return webSubRequest(content.feeds, terms)
    },
  })
}
