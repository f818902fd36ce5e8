import { unwrappedAddress } from '@/lib/addresses/unwrapped-address'
import { parseUrl } from '@/lib/addresses/url'
import { spanSchema } from '@/lib/article/body'

/**
 * Where a pasted link leads: the address within wrappers of Google, Outlook and others, and a path as an address of this
 * site at `origin`, where it may be an own page. null for what no story can hold, such as a script or a place in the
 * page that it was copied from.
 */
export function pastedHref(written: string, origin: string): string | null {
  const href = written.trim()
  if (!href || href.startsWith('#')) return null
  const absolute = href.startsWith('//') ? `https:${href}` : href
  const url = absolute.startsWith('/') ? parseUrl(absolute, origin) : parseUrl(absolute)
  if (!url) return null
  // A path is spelled out; an address stays as it is written.
  const address = unwrappedAddress(absolute.startsWith('/') ? url.href : absolute)
  return spanSchema.safeParse({ text: '-', link: { to: 'web', href: address } }).success ? address : null
}
