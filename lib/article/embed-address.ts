import { parseUrl } from '@/lib/addresses/url'

/** Whose films, sounds and posts a story may hold. */
export const EMBED_PROVIDERS = ['youtube', 'vimeo', 'soundcloud', 'mastodon', 'bluesky'] as const
export type EmbedProvider = (typeof EMBED_PROVIDERS)[number]

interface EmbedAddress {
  provider: EmbedProvider
  url: string
}

interface Rule {
  provider: EmbedProvider
  host: RegExp
  path: RegExp
  /** The parameters that say what is shown, and from where; the first is needed where `path` alone says nothing. */
  keeps: readonly string[]
  isNeeded?: true
}

const FILM = '[\\w-]{6,}'
const YOUTUBE = /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com$/
const VIMEO = /^(?:www\.|player\.)?vimeo\.com$/
const SOUNDCLOUD = /^(?:www\.|m\.)?soundcloud\.com$/
const SHORT_SOUNDCLOUD = /^on\.soundcloud\.com$/
const BLUESKY = /^bsky\.app$/
const YOUTUBE_PLACE = ['list', 'index', 't', 'start', 'end', 'time_continue']

const RULES: Rule[] = [
  { provider: 'youtube', host: YOUTUBE, path: /^\/watch\/?$/, keeps: ['v', ...YOUTUBE_PLACE], isNeeded: true },
  { provider: 'youtube', host: YOUTUBE, path: /^\/playlist\/?$/, keeps: ['list'], isNeeded: true },
  {
    provider: 'youtube',
    host: YOUTUBE,
    path: new RegExp(`^/(?:shorts|live|embed|v)/${FILM}/?$`),
    keeps: YOUTUBE_PLACE,
  },
  { provider: 'youtube', host: /^youtu\.be$/, path: new RegExp(`^/${FILM}/?$`), keeps: YOUTUBE_PLACE },
  {
    provider: 'vimeo',
    host: VIMEO,
    // A film that is not listed has a hash behind its number, or in `h`.
    path: /^\/(?:channels\/[\w-]+\/|groups\/[\w-]+\/videos\/|(?:album|showcase)\/\d+\/video\/|video\/|event\/)?\d+(?:\/[\da-f]+)?\/?$/i,
    keeps: ['h', 't'],
  },
  {
    provider: 'soundcloud',
    host: SOUNDCLOUD,
    // A sound that is not listed has a secret, which begins with s-.
    path: /^\/[\w-]+\/(?:sets\/)?[\w-]+(?:\/s-\w+)?\/?$/,
    keeps: ['in', 'secret_token'],
  },
  { provider: 'soundcloud', host: SHORT_SOUNDCLOUD, path: /^\/\w{5,}\/?$/, keeps: [] },
  { provider: 'bluesky', host: BLUESKY, path: /^\/profile\/[^/]+\/post\/\w+\/?$/, keeps: [] },
  {
    provider: 'mastodon',
    // Any other host.
    host: /./,
    // The account, then the id of the post (a snowflake of 15 digits or more).
    path: /^\/(?:@\w+(?:@[\w.-]+)?|users\/\w+\/statuses)\/\d{15,}\/?$/,
    keeps: [],
  },
]

const HOSTS_OF_ONE_PROVIDER = [YOUTUBE, /^youtu\.be$/, VIMEO, SOUNDCLOUD, SHORT_SOUNDCLOUD, BLUESKY]
const POSTS = new Set<EmbedProvider>(['mastodon', 'bluesky'])

/** In a query or a fragment: a film's id, a list, a time such as 90, 1m30s or 1:30. */
const PLAIN_VALUE = /^[\w.:/-]{1,200}$/

/**
 * The film, sound or post at `address`: whose it is, and its https address with the parameters that say what is shown
 * and from where, and without all others, which track. null when the address is none of a provider. The result is read
 * as itself again.
 */
export function embedAt(address: string): EmbedAddress | null {
  const url = parseUrl(address)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (url.port || url.username || url.password) return null
  const { hostname, pathname } = url
  const rule = RULES.find(({ host, path }) => host.test(hostname) && path.test(pathname))
  if (!rule || (rule.provider === 'mastodon' && HOSTS_OF_ONE_PROVIDER.some((host) => host.test(hostname)))) return null
  const kept = new URLSearchParams()
  for (const name of rule.keeps) {
    const value = url.searchParams.get(name)
    if (value !== null && PLAIN_VALUE.test(value)) kept.set(name, value)
  }
  const [needed = ''] = rule.keeps
  if (rule.isNeeded && !new RegExp(`^${FILM}$`).test(kept.get(needed) ?? '')) return null
  const query = kept.size ? `?${kept}` : ''
  const from = /^#t=[\w.:]{1,20}$/.test(url.hash) && !POSTS.has(rule.provider) ? url.hash : ''
  const host = hostname.replace(/^(?:m\.)?youtube\.com$/, 'www.youtube.com')
  return { provider: rule.provider, url: `https://${host}${pathname}${query}${from}` }
}
