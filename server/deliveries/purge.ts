import { purgeRequest } from '@/lib/deliveries/purge'
import type { Clock } from '@/server/clock'
import { httpSender, mixedUp } from '@/server/deliveries/http-sender'
import type { Sender } from '@/server/deliveries/sender'

/**
 * Makes caches in front forget what went stale. `dropStale` first makes the page store drop it: a cache that asks right
 * after the purge must not be given the old page once more, to keep for a day.
 */
export function purge({ dropStale, ...site }: { siteUrl: string; now: Clock; dropStale: () => Promise<void> }): Sender {
  return httpSender({
    ...site,
    before: dropStale,
    requestOf: (claimed) => {
      const { terms } = claimed.receiver
      const { content } = claimed.delivery
      if (terms.kind !== 'purge' || content.kind !== 'purge') throw mixedUp(claimed)
      return purgeRequest(content.tags, terms)
    },
  })
}
