import { canonicalSpelling } from '@/lib/addresses/paths'

/** Addresses that the site needs itself: nothing that leads elsewhere from there would ever be asked. */
const SITES_OWN = /^\/(?:admin|api|preview|_next|assets|formats|unavailable|healthz)(?:\/|$)|^\/$/

const LONGEST = 2048

/** An address as somebody typed it, read as a path of this site, or what is wrong with it. */
export type EnteredPath = { path: string } | { problem: string }

/**
 * The path that leads elsewhere from now on, in canonical spelling. A whole address is read as its path, whatever its
 * host: a paper that moved in from elsewhere brings its host along, or has none that matters any more.
 */
export function parseRedirectFrom(typed: string): EnteredPath {
  const parsed = pathOf(typed, null)
  if ('problem' in parsed || !SITES_OWN.test(parsed.path)) return parsed
  return { problem: `${parsed.path} belongs to the site itself and cannot lead elsewhere.` }
}

/** The path that it leads to, in canonical spelling; a whole address has to be one of the site at `siteUrl`. */
export function parseRedirectTarget(typed: string, siteUrl: string): EnteredPath {
  return pathOf(typed, new URL(siteUrl).host)
}

/** `host` null: of any. */
function pathOf(typed: string, host: string | null): EnteredPath {
  const text = typed.trim()
  if (text === '') return { problem: 'Type an address, such as /2019/05/bridge.html.' }
  const isUrl = /^https?:\/\//i.test(text) && URL.canParse(text)
  if (isUrl && host !== null && new URL(text).host !== host) {
    return { problem: `“${text}” is not on this site. Redirects lead to its own pages only.` }
  }
  // Not the parsed path: percent signs that are wrong are to be seen, not mended.
  const path = isUrl ? (/^https?:\/\/[^/?#]*([^#]*)/i.exec(text)?.[1] ?? '') || '/' : text
  if (!path.startsWith('/') || path.startsWith('//')) {
    return { problem: `“${text}” is not a path of this site: it begins with a slash, such as /2019/05/bridge.html.` }
  }
  if (/[?#]/.test(path)) {
    return { problem: `“${text}” goes on behind the path: leave out what stands from “?” or “#” on.` }
  }
  const spelled = path.length > LONGEST ? null : canonicalSpelling(path)
  return spelled === null || spelled.length > LONGEST
    ? { problem: `“${text.slice(0, 80)}” cannot be read as a path.` }
    : { path: spelled }
}
