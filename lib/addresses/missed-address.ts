import { canonicalSpelling } from '@/lib/addresses/paths'

/** An address that readers asked for and nobody had. */
export interface MissedAddress {
  /** In canonical spelling, without a query. */
  path: string
  /** How often it was asked for. */
  count: number
  /** Milliseconds since 1970. */
  firstAt: number
  lastAt: number
  /** Where the links stand: paths of this site first, then hosts of others; at most five. */
  from: string[]
}

/** As many of the pages and hosts that link to it as are worth knowing. */
export const MOST_SOURCES = 5

/** No address of ours is as long as this, and neither is one that somebody once typed into a link. */
const LONGEST = 1000

/** What looks for holes in other people's software asks for files like these. No paper's story ended in them. */
const SCANNED_ENDINGS = [
  ...['.php', '.php3', '.php4', '.php5', '.php7', '.phtml', '.cgi', '.pl', '.sh', '.exe', '.dll', '.jar', '.war'],
  ...['.env', '.ini', '.conf', '.config', '.cfg', '.yml', '.yaml', '.toml', '.lock', '.log', '.map'],
  ...['.sql', '.sqlite', '.db', '.mdb', '.bak', '.old', '.orig', '.save', '.swp', '.zip', '.tar', '.gz', '.tgz', '.7z'],
  ...['.rar', '.pem', '.key', '.crt', '.p12'],
]

/** The same, by where their addresses begin. */
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

/** What browsers and services ask every site for out of habit. */
const REQUESTED_BY_DEFAULT =
  /^\/(?:favicon[^/]*|apple-touch-icon[^/]*|browserconfig\.xml|crossdomain\.xml|(?:app-)?ads\.txt|sellers\.json|(?:humans|security)\.txt)$/

/** Addresses that are not readers' at all. */
const NOT_FOR_READERS = /^\/(?:admin|api|preview|_next|assets|formats|unavailable|healthz)(?:\/|$)/

/**
 * The path, in canonical spelling and without its query, under which a request that found nothing is counted; null for
 * what is not worth an editor's time: scanners of other software, what browsers ask for out of habit, what is no
 * spelling of a path, and what is too long to have been a link.
 */
export function missedPath(url: string): string | null {
  const [requested = ''] = url.split(/[?#]/)
  if (requested.length > LONGEST) return null
  const path = canonicalSpelling(requested)
  if (path === null || path === '/' || path.length > LONGEST) return null
  if (NOT_FOR_READERS.test(path) || REQUESTED_BY_DEFAULT.test(path)) return null
  const segments = path.slice(1).split('/')
  if (segments.some((segment) => segment.startsWith('.') || isScanned(segment))) return null
  return SCANNED_BEGINNINGS.includes(segments[0] ?? '') ? null : path
}

/**
 * Where a request came from, told from its Referer: the path of a page of this site, or the host of another, and
 * nothing else of it. null when it does not say, or names something that is nobody's business (a preview, the desk).
 */
export function cameFrom(referer: string | undefined, siteUrl: string): string | null {
  if (!referer || !URL.canParse(referer)) return null
  const { protocol, host, pathname } = new URL(referer)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  if (host !== new URL(siteUrl).host) return host
  return NOT_FOR_READERS.test(pathname) || pathname.length > LONGEST ? null : canonicalSpelling(pathname)
}

/** `from` with one more place in it: own pages first, each once, the latest before older ones of its kind. */
export function withSource(from: readonly string[], source: string | null): string[] {
  if (source === null) return [...from]
  const all = [source, ...from.filter((place) => place !== source)]
  const isOwn = (place: string) => place.startsWith('/')
  return [...all.filter(isOwn), ...all.filter((place) => !isOwn(place))].slice(0, MOST_SOURCES)
}

function isScanned(segment: string): boolean {
  return SCANNED_ENDINGS.some((ending) => segment.endsWith(ending))
}
