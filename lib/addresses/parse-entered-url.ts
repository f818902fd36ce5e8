import { canonicalSpelling } from '@/lib/addresses/paths'

/** Addresses that the site needs itself: nothing that leads elsewhere from there would ever be asked. */
const SITES_OWN = /^\/(?:admin|api|preview|_next|assets|formats|unavailable|healthz)(?:\/|$)|^\/$/

const LONGEST = 2048

/** An address as somebody typed it, read as a path of this site, or what is wrong with it. */
export type GivenPath = { path: string } | { problem: string }

/**
 * The path that leads elsewhere from now on, in canonical spelling. A whole address is read as its path, whatever its
 * host: a paper that moved in from elsewhere brings its host along, or has none that matters any more.
 */
export function parseRedirectFrom(typed: string): GivenPath {
  const given = pathOf(typed, null)
  if ('problem' in given || !SITES_OWN.test(given.path)) return given
  return { problem: `${given.path} belongs to the site itself and cannot lead elsewhere.` }
}

/** The path that it leads to, in canonical spelling; a whole address has to be one of the site at `siteUrl`. */
export function parseRedirectTarget(typed: string, siteUrl: string): GivenPath {
  return pathOf(typed, new URL(siteUrl).host)
}

/** `host` null: of any. */
function pathOf(typed: string, host: string | null): GivenPath {
  const words = typed.trim()
  if (words === '') return { problem: 'Type an address, such as /2019/05/bridge.html.' }
  const isWhole = /^https?:\/\//i.test(words) && URL.canParse(words)
  if (isWhole && host !== null && new URL(words).host !== host) {
    return { problem: `“${words}” is not on this site. Redirects lead to its own pages only.` }
  }
  // Not the parsed path: percent signs that are wrong are to be seen, not mended.
  const path = isWhole ? (/^https?:\/\/[^/?#]*([^#]*)/i.exec(words)?.[1] ?? '') || '/' : words
  if (!path.startsWith('/') || path.startsWith('//')) {
    return { problem: `“${words}” is not a path of this site: it begins with a slash, such as /2019/05/bridge.html.` }
  }
  if (/[?#]/.test(path)) {
    return { problem: `“${words}” goes on behind the path: leave out what stands from “?” or “#” on.` }
  }
  const spelled = path.length > LONGEST ? null : canonicalSpelling(path)
  return spelled === null || spelled.length > LONGEST
    ? { problem: `“${words.slice(0, 80)}” cannot be read as a path.` }
    : { path: spelled }
}
