import type { ElementOf } from '@/lib/article/body'

type Embedded = Pick<ElementOf<'embed'>, 'provider' | 'url'>

const RULES: [Embedded['provider'], RegExp, RegExp][] = [
  ['youtube', /^(?:www\.|m\.)?youtube\.com$/, /^\/(?:shorts|live|embed)\/[\w-]{6,}\/?$/],
  ['youtube', /^youtu\.be$/, /^\/[\w-]{6,}\/?$/],
  ['vimeo', /^(?:www\.)?vimeo\.com$/, /^\/(?:channels\/[\w-]+\/)?\d+(?:\/[\da-f]+)?\/?$/],
  ['soundcloud', /^(?:www\.|m\.)?soundcloud\.com$/, /^\/[\w-]+\/(?:sets\/)?[\w-]+\/?$/],
  ['bluesky', /^bsky\.app$/, /^\/profile\/[^/]+\/post\/\w+\/?$/],
  // A post of any server: the name, then its number (a snowflake of 15 digits or more).
  ['mastodon', /./, /^\/@\w+(?:@[\w.-]+)?\/\d{15,}\/?$/],
]

/**
 * What the address of a film, a sound or a post embeds, its address without what follows readers around; null when it
 * is none of an allowed provider.
 */
export function embedAt(address: string): Embedded | null {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, pathname, searchParams } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  if (/^(?:www\.|m\.)?youtube\.com$/.test(hostname) && pathname === '/watch') {
    const film = searchParams.get('v') ?? ''
    return /^[\w-]{6,}$/.test(film) ? { provider: 'youtube', url: `https://www.youtube.com/watch?v=${film}` } : null
  }
  const found = RULES.find(([, host, path]) => host.test(hostname) && path.test(pathname))
  return found ? { provider: found[0], url: `https://${hostname}${pathname}` } : null
}
