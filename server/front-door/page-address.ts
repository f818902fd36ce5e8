import type { StoredPage } from '@/server/pages/page-store'

/** What a proxy sends as one kind: with the same headers on every page. */
export interface DoorKind {
  name: 'html' | 'rss' | 'atom' | 'json'
  contentType: string
  /** How every address of it ends; empty for pages of HTML. */
  ending: string
}

const HTML: DoorKind = { name: 'html', contentType: 'text/html; charset=utf-8', ending: '' }

export const DOOR_KINDS: readonly DoorKind[] = [
  HTML,
  { name: 'rss', contentType: 'application/rss+xml; charset=utf-8', ending: '/rss.xml' },
  { name: 'atom', contentType: 'application/atom+xml; charset=utf-8', ending: '/atom.xml' },
  { name: 'json', contentType: 'application/feed+json; charset=utf-8', ending: '/feed.json' },
]

const ESCAPED = '%[89A-F][0-9A-F]'

/** One part of an address. Letters are taken in one step, not one by one: proxies look at every request. */
const PART = `(?:[a-z0-9_-]|${ESCAPED})[a-z0-9._-]*(?:${ESCAPED}[a-z0-9._-]*)*`

/** What is never a file: it is for one person each, or a file already. */
export const NEVER_FILES = ['admin', 'api', 'preview', 'media', '_next']

/**
 * How an address is spelled that may be a file. No other spelling of the same path, no capital letter, no dot at the
 * beginning of a part and no query matches. Also read by Caddy, whose expressions cannot look ahead.
 */
export const FILE_SPELLING = `^/(?:${PART}(?:/${PART})*)?$`

/** The addresses, as requests spell them, that may be files; each names one file. Also read by nginx. */
export const FILE_ADDRESS = `^(?!/(?:${NEVER_FILES.join('|')})(?:/|$))(?=.{1,1024}$)${FILE_SPELLING.slice(1)}`

/** The longest part of a path that file systems take, without the ending of a compressed form. */
const MAX_PART_LENGTH = 255 - '.br'.length

const fileAddress = new RegExp(FILE_ADDRESS)

/** The kind of `page`; null for a page that only the site itself sends. */
export function doorKindOf({
  path,
  document,
  status,
}: Pick<StoredPage, 'path' | 'document' | 'status'>): DoorKind | null {
  if (status !== 200) return null
  const feed = DOOR_KINDS.find(({ ending }) => ending !== '' && path.endsWith(ending))
  if (document === null) return feed ? null : HTML
  return feed?.contentType === document.contentType ? feed : null
}

/**
 * The name of the file of the page at `path` (canonical spelling), below the folder of its kind; null for an address that
 * cannot be one. It ends in a character that no address has, so that a page and the folder of those below it, such as
 * /city and /city/ferry-1, have different names.
 */
export function fileNameOf(path: string): string | null {
  if (!fileAddress.test(path)) return null
  try {
    const name = `${decodeURIComponent(path)}@`
    return name.split('/').every((part) => Buffer.byteLength(part) <= MAX_PART_LENGTH) ? name : null
  } catch {
    return null
  }
}
