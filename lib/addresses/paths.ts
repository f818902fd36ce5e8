import anyAscii from 'any-ascii'
import { REQUIRED_PAGES } from '@/lib/paper/required-pages'
import { cleanName } from '@/lib/text/clean-name'
import { lowerCase } from '@/lib/text/name-key'
import { plainLetters } from '@/lib/text/plain-letters'
import { visibleText } from '@/lib/text/visible-text'

/** Slugs that no section may have, because other addresses of the site begin with them. */
export const RESERVED_WORDS = [
  ...REQUIRED_PAGES,
  'admin',
  'api',
  'archive',
  'assets',
  'authors',
  'cards',
  'corrections',
  'feed',
  'fonts',
  'formats',
  'healthz',
  'media',
  'news-sitemap',
  'page',
  'preview',
  'robots.txt',
  'search',
  'sitemap',
  'sitemaps',
  'timelines',
  'topics',
  'unavailable',
] as const

export const SLUG_MAX_LENGTH = 80

/**
 * The readable part of an address made from what a reader sees of a headline: lower case, words joined by dashes,
 * letters and digits of any script kept in their usual form, at most 80 characters, cut between words. Empty when the
 * headline has no letter or digit.
 */
export function slugFrom(headline: string): string {
  const words = lowerCase(plainLetters(visibleText(headline)))
    .replace(/['’ʼ]/gu, '')
    .normalize('NFC')
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)
  if (!words) return ''
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if ([...longer].length > SLUG_MAX_LENGTH) break
    slug = longer
  }
  return slug || [...(words[0] ?? '')].slice(0, SLUG_MAX_LENGTH).join('')
}

/** A slug in a–z, 0–9 and dash only, so that it can be typed on any keyboard (sections, topics, authors). */
export function plainSlugFrom(name: string): string {
  return slugFrom(anyAscii(visibleText(name)))
}

/**
 * The slug of a section, topic or author for which an editor typed `typed`: the one it has (`own`, null for a new thing)
 * where that was left as it is, and one made of its name where nothing was typed.
 */
export function chosenSlug(typed: string, { name, own }: { name: string; own: string | null }): string {
  return typed === own ? typed : cleanName(typed) || plainSlugFrom(name)
}

/**
 * What is wrong with `slug` as a section's address, in an editor's words; null when it can be used.
 * It must not end in a dash and digits, as the address of an article does, and must not be a reserved word.
 */
export function sectionSlugProblem(slug: string): string | null {
  if (slug !== slugFrom(slug) || slug === '') return 'Use lower-case letters, digits and single dashes.'
  if (/-\d+$/.test(slug)) return 'A section’s address may not end in a dash and a number.'
  if ((RESERVED_WORDS as readonly string[]).includes(slug)) return `“${slug}” is an address the site needs itself.`
  return null
}

export interface ArticleAddress {
  id: number
  section: string
  slug: string
}

/** `/{section}/{slug}-{id}`, percent-encoded; `/{section}/{id}` without a slug. Only the id identifies the article. */
export function articlePath({ section, slug, id }: ArticleAddress): string {
  return pathOf(section, slug ? `${slug}-${id}` : `${id}`)
}

export function sectionPath(slug: string, page = 1): string {
  return pathOf(slug, ...pageSegments(page))
}

export function topicPath(slug: string, page = 1): string {
  return pathOf('topics', slug, ...pageSegments(page))
}

export function timelinePath(slug: string, page = 1): string {
  return pathOf('timelines', slug, ...pageSegments(page))
}

export function authorPath(slug: string, page = 1): string {
  return pathOf('authors', slug, ...pageSegments(page))
}

export function standingPagePath(slug: string): string {
  return pathOf(slug)
}

/** The paths of the standing pages that every paper has. */
export const REQUIRED_PAGE_PATHS: readonly string[] = REQUIRED_PAGES.map(standingPagePath)

export function correctionsPath(page = 1): string {
  return pathOf('corrections', ...pageSegments(page))
}

/** The path at which the framework renders a search. It is internal and never public. */
export function internalSearchPath(parameters: string, page = 1): string {
  // Not percent-encoding: they may contain slashes and dots, which have a meaning in a path.
  return pathOf('search', `q${base64Url(parameters)}`, ...pageSegments(page))
}

/** The path at which the framework renders suggestions for what was typed. It is internal and never public. */
export function internalSuggestionsPath(typed: string): string {
  return pathOf('search', `q${base64Url(typed)}`, 'suggest')
}

/** The parameters, or what was typed, in a segment made by internalSearchPath; null when the segment holds none. */
export function parseInternalSearch(segment: string): string | null {
  if (!/^q[\w-]+$/.test(segment)) return null
  const bytes = Uint8Array.from(atob(segment.slice(1).replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  )
  return new TextDecoder().decode(bytes)
}

/** The page number in a path segment: a whole number from 2, without leading zeros; null for anything else. */
export function parsePageNumber(segment: string): number | null {
  return /^(?:[2-9]|[1-9]\d{1,5})$/.test(segment) ? Number(segment) : null
}

/** The segment decoded and in NFC; null when its percent-encoding is broken. */
export function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return null
  }
}

/**
 * The canonical spelling of a path: decoded, NFC, lower case, dot segments resolved, no double or trailing slash,
 * encoded again. null when the percent-encoding is broken, or a segment contains a slash, a control character or half a
 * surrogate pair.
 */
export function canonicalSpelling(path: string): string | null {
  const segments: string[] = []
  for (const raw of path.split('/')) {
    const segment = decodeSegment(raw)
    // \p{Cs} is half of a surrogate pair, which has no encoding.
    if (segment === null || /[\p{Cc}\p{Cs}/\\]/u.test(segment)) return null
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(lowerCase(segment).normalize('NFC'))
  }
  return pathOf(...segments)
}

/** Whether the site uses `path` (canonical spelling) itself: the desk, programs' addresses, files. Readers get no page there. */
export function isInternalPath(path: string): boolean {
  return /^\/(?:admin|api|preview|_next|assets|formats|unavailable|healthz)(?:\/|$)/.test(path)
}

/** A path decoded for people to read. A path that cannot be decoded is returned unchanged. */
export function readablePath(path: string): string {
  return path
    .split('/')
    .map((segment) => decodeSegment(segment) ?? segment)
    .join('/')
}

function pageSegments(page: number): string[] {
  return page > 1 ? ['page', String(page)] : []
}

function pathOf(...segments: string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`
}

function base64Url(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
