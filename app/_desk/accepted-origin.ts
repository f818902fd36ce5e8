const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * Whether a page of `origin` may change things at the site `siteUrl`: a page of that origin, scheme included. A site on
 * the machine of its reader answers to more than one name there, so it also accepts the one in `host` (the Host header)
 * when both are names of this machine.
 */
export function isAcceptedOrigin(
  origin: string | null,
  { siteUrl, host }: { siteUrl: string; host: string | null },
): boolean {
  if (origin === null) return false
  if (origin === siteUrl) return true
  const { protocol, hostname } = new URL(siteUrl)
  return protocol === 'http:' && LOOPBACK.has(hostname) && isLoopbackHost(host) && origin === `http://${host}`
}

function isLoopbackHost(host: string | null): host is string {
  return LOOPBACK.has(host?.replace(/:\d+$/, '') ?? '')
}
