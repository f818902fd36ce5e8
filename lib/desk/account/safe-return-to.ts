import { parseUrl } from '@/lib/addresses/url'

/**
 * Where to go after signing in: `to` when it is an address of the desk on this site, otherwise the first
 * page of the desk. Anything else could send somebody who just typed a password to another site.
 */
export function safeReturnTo(to: string | null | undefined): string {
  const url = to ? parseUrl(to, HERE) : null
  if (!to || !url) return '/admin'
  const isHere = to.startsWith('/') && url.origin === HERE
  const isDesk = /^\/(?:admin|preview)(?:\/|$)/.test(url.pathname) && !url.pathname.startsWith('/admin/sign-in')
  return isHere && isDesk ? url.pathname + url.search + url.hash : '/admin'
}

const HERE = 'http://here.invalid'
