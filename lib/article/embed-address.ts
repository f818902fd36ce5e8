import { parseUrl } from '@/lib/addresses/url'
import type { ElementOf } from '@/lib/article/body'

type Embedded = Pick<ElementOf<'embed'>, 'provider' | 'url'>

const RULES: [Embedded['provider'], RegExp, RegExp][] = [
  ['youtube', /^(?:www\.|m\.)?youtube\.com$/, /^\/(?:shorts|live|embed)\/[\w-]{6,}\/?$/],
  ['youtube', /^youtu\.be$/, /^\/[\w-]{6,}\/?$/],
  ['vimeo', /^(?:www\.)?vimeo\.com$/, /^\/(?:channels\/[\w-]+\/)?\d+(?:\/[\da-f]+)?\/?$/],
  ['soundcloud', /^(?:www\.|m\.)?soundcloud\.com$/, /^\/[\w-]+\/(?:sets\/)?[\w-]+\/?$/],
  ['bluesky', /^bsky\.app$/, /^\/profile\/[^/]+\/post\/\w+\/?$/],
  // A post on any server: the account, then the id of the post (a snowflake of 15 digits or more).
  ['mastodon', /./, /^\/@\w+(?:@[\w.-]+)?\/\d{15,}\/?$/],
]

/**
 * The video, sound or post at `address`, with its address stripped of tracking parameters; null when the address is not
 * of an allowed provider.
 */
export function embedAt(address: string): Embedded | null {
  const url = parseUrl(address)
  if (!url) return null
  const { protocol, hostname, pathname, searchParams } = url
  if (protocol !== 'https:' && protocol !== 'http:') return null
  if (/^(?:www\.|m\.)?youtube\.com$/.test(hostname) && pathname === '/watch') {
    const film = searchParams.get('v') ?? ''
    return /^[\w-]{6,}$/.test(film) ? { provider: 'youtube', url: `https://www.youtube.com/watch?v=${film}` } : null
  }
  const found = RULES.find(([, host, path]) => host.test(hostname) && path.test(pathname))
  return found ? { provider: found[0], url: `https://${hostname}${pathname}` } : null
}
