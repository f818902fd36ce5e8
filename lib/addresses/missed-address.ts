import { canonicalSpelling, isInternalPath } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'

/** An address that readers requested and that was answered 404. */
export interface MissedAddress {
  /** In canonical spelling, without a query. */
  path: string
  /** How often it was requested. */
  count: number
  /** Milliseconds since 1970. */
  firstAt: number
  lastAt: number
  /** The pages that link to it: paths of this site first, then hosts of other sites; at most five. */
  from: string[]
}

/** More pages and hosts that link to an address would not help an editor. */
export const MAX_SOURCES = 5

/** In characters. No address of the site is longer, and no real link is. */
const MAX_LENGTH = 1000

/** In characters: the longest name (RFC 1035, section 2.3.4) and a port. */
const MAX_HOST_LENGTH = 253 + 6

/** Vulnerability scanners request files with these endings. The address of a story never has one. */
const SCANNED_ENDINGS = [
  ...['.php', '.php3', '.php4', '.php5', '.php7', '.phtml', '.cgi', '.pl', '.sh', '.exe', '.dll', '.jar', '.war'],
  ...['.env', '.ini', '.conf', '.config', '.cfg', '.yml', '.yaml', '.toml', '.lock', '.log', '.map'],
  ...['.sql', '.sqlite', '.db', '.mdb', '.bak', '.old', '.orig', '.save', '.swp', '.zip', '.tar', '.gz', '.tgz', '.7z'],
  ...['.rar', '.pem', '.key', '.crt', '.p12'],
]

/** Vulnerability scanners request paths that begin with these segments. */
const SCANNED_BEGINNINGS = [
  ...['wp-admin', 'wp-includes', 'wp-json', 'wp-login', 'wp-config', 'wordpress', 'xmlrpc', 'phpmyadmin', 'pma'],
  ...['cgi-bin', 'actuator', 'solr', 'telescope', '_ignition', '_profiler', 'hnap1', 'boaform', 'owa', 'ecp'],
  ...[
    'autodiscover',
    'jenkins',
    'server-status',
    'struts',
    'geoserver',
    'druid',
    'sdk',
    'evox',
    'setup.cgi',
    '_vti_bin',
  ],
]

/** Browsers and services request these paths from every site. */
const REQUESTED_BY_DEFAULT =
  /^\/(?:favicon[^/]*|apple-touch-icon[^/]*|browserconfig\.xml|crossdomain\.xml|(?:app-)?ads\.txt|sellers\.json|(?:humans|security)\.txt)$/

/**
 * The path under which a request that was answered 404 is counted, in canonical spelling and without its query.
 * null when it is not worth an editor's time: a scanner's request, a file that browsers request from every site, a path
 * that cannot be decoded, or one that is too long to have been a link.
 */
export function missedPath(url: string): string | null {
  const [requested = ''] = url.split(/[?#]/)
  if (requested.length > MAX_LENGTH) return null
  const path = canonicalSpelling(requested)
  if (path === null || path === '/' || path.length > MAX_LENGTH) return null
  if (isInternalPath(path) || REQUESTED_BY_DEFAULT.test(path)) return null
  const segments = path.slice(1).split('/')
  if (segments.some((segment) => segment.startsWith('.') || isScanned(segment))) return null
  return SCANNED_BEGINNINGS.includes(segments[0] ?? '') ? null : path
}

/**
 * Where a request says that it came from, by its Referer: the path of a page of this site, or only the host of another
 * site. null without a usable Referer, for a host that cannot exist, and for pages that must stay private (a preview,
 * the desk). Anybody can send any Referer: whether a page of this site has the link is for the caller to look up.
 */
export function cameFrom(referer: string | undefined, siteUrl: string): string | null {
  const url = referer ? parseUrl(referer) : null
  if (!url) return null
  const { protocol, host, pathname } = url
  if (protocol !== 'http:' && protocol !== 'https:') return null
  if (host !== new URL(siteUrl).host) return host.length > MAX_HOST_LENGTH ? null : host
  return isInternalPath(pathname) || pathname.length > MAX_LENGTH ? null : canonicalSpelling(pathname)
}

/** `from` with `source` added: own pages before other hosts, in both the newest first, each once, at most five. */
export function withSource(from: readonly string[], source: string | null): string[] {
  if (source === null) return [...from]
  const all = [source, ...from.filter((place) => place !== source)]
  const isOwn = (place: string) => place.startsWith('/')
  return [...all.filter(isOwn), ...all.filter((place) => !isOwn(place))].slice(0, MAX_SOURCES)
}

function isScanned(segment: string): boolean {
  return SCANNED_ENDINGS.some((ending) => segment.endsWith(ending))
}
