import { parseUrl } from '@/lib/addresses/url'

/** A service that counts clicks or checks links: its hosts, and where its addresses hold the one that they lead to. */
interface Wrapper {
  host: RegExp
  path?: RegExp
  /** The address within; null when this one wraps none. */
  inner: (address: URL) => string | null
}

const parameter =
  (...names: string[]) =>
  ({ searchParams }: URL) =>
    names.map((name) => searchParams.get(name)).find(Boolean) ?? null

const WRAPPERS: Wrapper[] = [
  { host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/url$/, inner: parameter('q', 'url') },
  { host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/imgres$/, inner: parameter('imgrefurl') },
  { host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/amp\//, inner: ({ pathname }) => fromAmp(pathname, 5) },
  { host: /\.cdn\.ampproject\.org$/, path: /^\/[cv]\//, inner: ({ pathname }) => fromAmp(pathname, 3) },
  { host: /(?:^|\.)safelinks\.protection\.(?:outlook|office365)\.(?:com|us)$/, inner: parameter('url') },
  { host: /^statics\.teams\.cdn\.office\.net$/, path: /\/safelinks\//, inner: parameter('url') },
  { host: /^(?:l|lm)\.(?:facebook|instagram|messenger|threads)\.(?:com|net)$/, inner: parameter('u') },
  { host: /^l\.wl\.co$/, path: /^\/l$/, inner: parameter('u') },
  { host: /^(?:www\.)?facebook\.com$/, path: /^\/(?:l|flx\/warn)(?:\.php|\/)?$/, inner: parameter('u') },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, inner: parameter('url') },
  { host: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, inner: parameter('q') },
  { host: /^slack-redir\.net$/, path: /^\/link$/, inner: parameter('url') },
  { host: /^out\.reddit\.com$/, inner: parameter('url') },
  { host: /^(?:www\.|m\.)?vk\.(?:com|ru)$/, path: /^\/away(?:\.php)?$/, inner: parameter('to') },
  { host: /^(?:(?:www|html|lite)\.)?duckduckgo\.com$/, path: /^\/l\/$/, inner: parameter('uddg') },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/ck\/a$/, inner: ({ searchParams }) => fromBing(searchParams.get('u')) },
  { host: /^r\.search\.yahoo\.com$/, inner: ({ pathname }) => decoded(/\/RU=([^/]+)/.exec(pathname)?.[1]) },
  { host: /^(?:www\.)?pinterest\.[a-z.]+$/, path: /^\/offsite\/?$/, inner: parameter('url') },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, inner: parameter('z') },
  { host: /^medium\.com$/, path: /^\/r\/$/, inner: parameter('url') },
  { host: /^steamcommunity\.com$/, path: /^\/linkfilter\/?$/, inner: parameter('url', 'u') },
  {
    host: /^disq\.us$/,
    path: /^\/url$/,
    inner: ({ searchParams }) => searchParams.get('url')?.replace(/:[\w-]{20,}$/, '') ?? null,
  },
  { host: /^exit\.sc$/, inner: parameter('url') },
  { host: /^t\.me$/, path: /^\/iv$/, inner: parameter('url') },
  { host: /^linkprotect\.cudasvc\.com$/, path: /^\/url$/, inner: parameter('a') },
  {
    host: /^secure-web\.cisco\.com$/,
    inner: ({ pathname }) => decoded(/\/(https?%3A%2F%2F[^/]+)$/i.exec(pathname)?.[1]),
  },
  {
    host: /^urldefense\.(?:proofpoint\.)?com$/,
    path: /^\/v[12]\/url$/,
    inner: ({ searchParams }) => fromProofpoint(searchParams.get('u')),
  },
  {
    host: /^urldefense\.(?:us|com)$/,
    path: /^\/v3\//,
    inner: ({ href }) => /\/v3\/__(.+?)__;/.exec(href)?.[1]?.replace(/^(https?):\/(?!\/)/, '$1://') ?? null,
  },
]

/** Wrappers stand in each other; more than these are a loop. */
const MAX_WRAPPERS = 5

/**
 * The address that a reader would come to through Google, Outlook (Safe Links), Facebook and other services that stand
 * in front of links and count or check clicks; without the mark that Facebook leaves on it. Any other address, and a
 * wrapper that does not say where it leads, stays as it is.
 */
export function unwrappedAddress(address: string): string {
  let open = address
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const url = parseUrl(open)
    const wrapper =
      url && WRAPPERS.find(({ host, path }) => host.test(url.hostname) && (path?.test(url.pathname) ?? true))
    const inner = url && wrapper ? wrapper.inner(url) : null
    const target = inner === null ? null : parseUrl(inner)
    if (!target || !/^(?:https?|mailto|tel):$/.test(target.protocol)) break
    open = inner ?? open
  }
  return open === address ? address : withoutClickMark(open)
}

function withoutClickMark(address: string): string {
  return address.replace(/([?&])fbclid=[^&#]*(&?)/, (_, before: string, after: string) => (after ? before : ''))
}

function decoded(part: string | null | undefined): string | null {
  if (!part) return null
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** `/amp/s/observer.example/story`: the letter stands for https. */
function fromAmp(pathname: string, start: number): string | null {
  const path = pathname.slice(start)
  const secure = path.startsWith('s/')
  const rest = secure ? path.slice(2) : path
  return /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(rest) ? `${secure ? 'https' : 'http'}://${rest}` : null
}

/** `a1` and the address in base64url. */
function fromBing(value: string | null): string | null {
  if (!value?.startsWith('a1')) return null
  try {
    return atob(value.slice(2).replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return null
  }
}

/** Percent signs are dashes, and slashes underscores. */
function fromProofpoint(value: string | null): string | null {
  return decoded(value?.replaceAll('-', '%').replaceAll('_', '/'))
}
