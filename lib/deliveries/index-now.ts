import type { OutgoingRequest } from '@/lib/deliveries/delivery'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import type { IndexNowTerms } from '@/lib/deliveries/receiver'

/** indexnow.org/documentation: addresses in one request. An event has two at the most. */
export const INDEX_NOW_MOST_URLS = 10_000

/** The addresses that `events` concern, each once, in order: where a story stands, and where it stood before it moved. */
export function changedUrls(events: OutboxEvent[], siteUrl: string): string[] {
  const paths = events.flatMap(({ article }) => [article.path, ...(article.formerPath ? [article.formerPath] : [])])
  return [...new Set(paths)].map((path) => siteUrl + path)
}

/** The request that tells a search engine of `urls` (indexnow.org/documentation, "Submitting set of URLs"). */
export function indexNowRequest(urls: string[], { terms, siteUrl }: { terms: IndexNowTerms; siteUrl: string }) {
  return {
    method: 'POST',
    url: terms.address,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(siteUrl).host,
      key: terms.key,
      keyLocation: siteUrl + indexNowKeyPath(terms.key),
      urlList: urls,
    }),
  } satisfies OutgoingRequest
}

/** Where the key stands for whoever asks whether the site did (indexnow.org/documentation, "Verifying ownership"). */
export function indexNowKeyPath(key: string): string {
  return `/${key}.txt`
}

/** The key whose file would stand at `path`; null when none would. */
export function parseIndexNowKeyPath(path: string): string | null {
  const [, key = ''] = /^\/([^/]+)\.txt$/.exec(path) ?? []
  return indexNowKeyProblem(key) === null ? key : null
}

/** What is wrong with `key`, in words for an admin; null when nothing is (8 to 128 letters, digits and dashes). */
export function indexNowKeyProblem(key: string): string | null {
  // Lower case alone, because every address of the site is spelled so.
  return /^[a-z0-9-]{8,128}$/.test(key) ? null : 'The key has 8 to 128 small letters, digits and dashes.'
}
