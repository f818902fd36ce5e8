import type { HttpClient } from '@/server/bench/site/http-client'

const NOT_PAGES = /^\/(?:assets|_next|media|search|admin|api|healthz)(?:\/|\?|$)/
const MAX_ADDRESSES = 5000

/** Every address that pages, feeds and sitemaps of the site link to, with its content, as a crawler finds them. */
export async function crawlSite(client: HttpClient): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const waiting = ['/', '/robots.txt']
  const queued = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { status, headers, body } = await client.get(path)
    if (status !== 200 || !/text|xml|json/.test(headers['content-type'] ?? '')) continue
    const text = body.toString()
    found.set(path, text)
    if (found.size > MAX_ADDRESSES) throw new Error(`the site has more than ${MAX_ADDRESSES} addresses`)
    for (const next of linkedPaths(text, client.url)) {
      if (queued.has(next)) continue
      queued.add(next)
      waiting.push(next)
    }
  }
  return found
}

function linkedPaths(text: string, origin: string): string[] {
  const named = [...text.matchAll(/(?:href="|<loc>|Sitemap: )([^"<\s]+)/g)].map(([, address = '']) =>
    address.startsWith(`${origin}/`) ? address.slice(origin.length) : address,
  )
  return named
    .map((address) => (address.split('#')[0] ?? '').replaceAll('&amp;', '&'))
    .filter((path) => path.startsWith('/') && !path.startsWith('//') && !NOT_PAGES.test(path))
}
