import { purgeRequest } from '@/lib/deliveries/purge'
import type { Clock } from '@/server/clock'
import { httpSender, wrongKind } from '@/server/deliveries/http-sender'
import type { Sender } from '@/server/deliveries/sender'

/**
 * Purges invalidated tags from caches in front. `dropStale` drops them from the page store first: a cache that requests a
 * page right after the purge must not get the old one, which it would keep for a day.
 */
export function purge({ dropStale, ...site }: { siteUrl: string; now: Clock; dropStale: () => Promise<void> }): Sender {
  return httpSender({
    ...site,
    beforeSend: dropStale,
    requestOf: (claimed) => {
      const { terms } = claimed.receiver
      const { content } = claimed.delivery
      if (terms.kind !== 'purge' || content.kind !== 'purge') throw wrongKind(claimed)
      return purgeRequest(content.tags, terms)
    },
  })
}
