import type { NewDelivery } from '@/lib/deliveries/delivery'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { feedsOf } from '@/lib/deliveries/web-sub'
import { webhookTestBody } from '@/lib/deliveries/webhook'

/** A delivery without effect, by which an admin checks whether a receiver can be reached. */
export function testDelivery(
  terms: ReceiverTerms,
  { siteUrl, by, now }: { siteUrl: string; by: { name: string; email: string }; now: Date },
): NewDelivery {
  const key = `test-${now.getTime()}`
  const about = { kind: 'test' as const }
  switch (terms.kind) {
    case 'letters': {
      const letter = {
        to: { name: by.name, address: by.email },
        subject: 'A test of the letters to owners',
        text: 'Letters about what becomes of a story look like this one and arrive where this one did.\n',
        messageId: `<${key}@${new URL(siteUrl).hostname}>`,
      }
      return { key, about, content: { kind: 'letters', letter } }
    }
    case 'indexnow':
      return { key, about, content: { kind: 'indexnow', urls: [`${siteUrl}/`] } }
    case 'websub':
      return { key, about, content: { kind: 'websub', feeds: feedsOf('/', siteUrl) } }
    case 'purge':
      return { key, about, content: { kind: 'purge', tags: ['test'] } }
    case 'webhook':
      return { key, about, content: { kind: 'webhook', body: webhookTestBody(key, now) } }
  }
}
