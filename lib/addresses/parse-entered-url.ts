import { canonicalSpelling, isInternalPath } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'
import { cleanAddress } from '@/lib/text/clean-address'

/** In characters: no path of a site is longer. */
export const MAX_ENTERED_PATH_LENGTH = 2048

/** The path of this site that an editor entered, or what is wrong with the entry, in an editor's words. */
export type EnteredPath = { path: string } | { problem: string }

/**
 * The old path of a redirect, in canonical spelling. Of a URL only the path counts, whatever its host: the old
 * addresses of a paper that moved from another system may have another host.
 */
export function parseRedirectFrom(typed: string): EnteredPath {
  const parsed = pathOf(typed, null)
  // A redirect from one of the site's own paths would never be looked up.
  if ('problem' in parsed || (parsed.path !== '/' && !isInternalPath(parsed.path))) return parsed
  return { problem: `${parsed.path} belongs to the site itself and cannot lead elsewhere.` }
}

/** The target path of a redirect, in canonical spelling. A URL must have the host of `siteUrl`. */
export function parseRedirectTarget(typed: string, siteUrl: string): EnteredPath {
  return pathOf(typed, new URL(siteUrl).host)
}

/** `host` is the host that a URL must have; null accepts any. */
function pathOf(typed: string, host: string | null): EnteredPath {
  const text = cleanAddress(typed)
  if (text === '') return { problem: 'Type an address, such as /2019/05/bridge.html.' }
  const url = /^https?:\/\//i.test(text) ? parseUrl(text) : null
  if (url && host !== null && url.host !== host) {
    return { problem: `“${text}” is not on this site. Redirects lead to its own pages only.` }
  }
  // Not URL.pathname, which would silently repair broken percent-encoding.
  const path = url ? (/^https?:\/\/[^/?#]*([^#]*)/i.exec(text)?.[1] ?? '') || '/' : text
  if (!path.startsWith('/') || path.startsWith('//')) {
    return { problem: `“${text}” is not a path of this site: it begins with a slash, such as /2019/05/bridge.html.` }
  }
  if (/[?#]/.test(path)) {
    return { problem: `“${text}” goes on behind the path: leave out what stands from “?” or “#” on.` }
  }
  const spelled = path.length > MAX_ENTERED_PATH_LENGTH ? null : canonicalSpelling(path)
  return spelled === null || spelled.length > MAX_ENTERED_PATH_LENGTH
    ? { problem: `“${text.slice(0, 80)}” cannot be read as a path.` }
    : { path: spelled }
}
