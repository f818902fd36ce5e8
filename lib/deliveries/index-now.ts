import type { OutgoingRequest } from '@/lib/deliveries/delivery'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import type { IndexNowTerms } from '@/lib/deliveries/receiver'

/** URLs in one request (indexnow.org/documentation). An event has at most two. */
export const INDEX_NOW_MAX_URLS = 10_000

/** The absolute URLs that `events` concern, each once, in order: that of a story, and its former one when it moved. */
export function changedUrls(events: OutboxEvent[], siteUrl: string): string[] {
  const paths = events.flatMap(({ article }) => [article.path, ...(article.formerPath ? [article.formerPath] : [])])
  return [...new Set(paths)].map((path) => siteUrl + path)
}

/** The request that submits `urls` to a search engine (indexnow.org/documentation, "Submitting set of URLs"). */
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

/** The path at which search engines check the key (indexnow.org/documentation, "Verifying ownership"). */
export function indexNowKeyPath(key: string): string {
  return `/${key}.txt`
}

/** The key whose file has this path; null for a path of no key file. */
export function parseIndexNowKeyPath(path: string): string | null {
  const [, key = ''] = /^\/([^/]+)\.txt$/.exec(path) ?? []
  return indexNowKeyProblem(key) === null ? key : null
}

/** indexnow.org/documentation, "Verifying ownership". */
export const MAX_KEY_LENGTH = 128

/** Why `key` is invalid, in words for an admin; null when it is valid (8 to 128 letters, digits and dashes). */
export function indexNowKeyProblem(key: string): string | null {
  // Only lower case, because every address of the site is in lower case.
  return /^[a-z0-9-]{8,}$/.test(key) && key.length <= MAX_KEY_LENGTH
    ? null
    : `The key has 8 to ${MAX_KEY_LENGTH} small letters, digits and dashes.`
}
