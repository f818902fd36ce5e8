import { parseUrl } from '@/lib/addresses/url'
import { ARTICLE_KINDS, type ArticleKind } from '@/lib/article/article'
import { type Cursor, parseCursor } from '@/lib/content-api/cursor'
import { badRequest, type Problem } from '@/lib/content-api/problem'
import { isLanguageTag } from '@/lib/paper/language'
import { lowerCase } from '@/lib/text/name-key'
import { searchQuery } from '@/lib/text/search-query'

/** How many stories a page of a list may hold; few choices, so that few pages are cached. */
export const LIMITS = [10, 20, 50, 100] as const
export const DEFAULT_LIMIT = 20

const MAX_SLUG_LENGTH = 200
const MAX_ADDRESS_LENGTH = 2048
const MAX_PX = 10_000

/** How a search is sorted, the usual way first. */
export const SORTS = ['newest', 'relevance'] as const

/** The values that a query may have, by the name of the parameter. */
export interface Parameters {
  q: string
  sort: (typeof SORTS)[number]
  section: string
  topic: string
  author: string
  timeline: string
  language: string
  kind: ArticleKind
  since: Date
  until: Date
  limit: (typeof LIMITS)[number]
  cursor: Cursor
  format: 'json' | 'ninjs' | 'xml'
  url: string
  maxwidth: number
  maxheight: number
}
export type ParameterName = keyof Parameters

/** A value read from a query and its canonical form there; or what is wrong with it. */
export type Parsed<T> = { value: T; canonical: string } | { problem: Problem }
type Parser<T> = (text: string) => Parsed<T>

/** Parses each parameter but `format`, whose values depend on the endpoint. */
export const PARSERS: { [Name in Exclude<ParameterName, 'format'>]: Parser<Parameters[Name]> } = {
  q: (text) => {
    const value = searchQuery(text)
    return value ? parsed(value) : invalid('q is empty. It takes the words to look for.')
  },
  sort: (text) => {
    const value = SORTS.find((sort) => sort === text)
    return value ? parsed(value) : invalid(`sort takes ${SORTS.join(' or ')}.`)
  },
  section: slug('section'),
  topic: slug('topic'),
  author: slug('author'),
  timeline: slug('timeline'),
  language: (text) => {
    const value = text.toLowerCase()
    if (isLanguageTag(value)) return parsed(value)
    return invalid('language takes a BCP 47 tag, such as en, hi or pt-br.')
  },
  kind: (text) => {
    const value = ARTICLE_KINDS.find((kind) => kind === text.toLowerCase())
    return value ? parsed(value) : invalid(`kind takes one of ${ARTICLE_KINDS.join(', ')}.`)
  },
  since: instant('since'),
  until: instant('until'),
  limit: (text) => {
    const value = LIMITS.find((limit) => String(limit) === text)
    return value ? parsed(value) : invalid(`limit takes one of ${LIMITS.join(', ')}.`)
  },
  cursor: (text) => {
    const value = parseCursor(text)
    return value ? { value, canonical: text } : invalid('cursor takes what “next” of a list gave, unchanged.')
  },
  url: (text) => {
    const isAddress = text.length <= MAX_ADDRESS_LENGTH && /^https?:\/\//i.test(text) && parseUrl(text) !== null
    return isAddress ? parsed(text) : invalid('url takes the absolute address of a story, percent-encoded.')
  },
  maxwidth: pixels('maxwidth'),
  maxheight: pixels('maxheight'),
}

function slug(name: 'section' | 'topic' | 'author' | 'timeline'): Parser<string> {
  return (text) => {
    const value = lowerCase(text.normalize('NFC'))
    if (/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(value) && value.length <= MAX_SLUG_LENGTH)
      return parsed(value)
    return invalid(`${name} takes a slug, such as the last part of the ${name}’s address.`)
  }
}

function instant(name: 'since' | 'until'): Parser<Date> {
  return (text) => {
    // A plus that was not encoded arrives as a space.
    const value = instantIn(text.replace(' ', '+'))
    if (value) return { value, canonical: value.toISOString() }
    return invalid(`${name} takes an instant with its zone, such as 2026-11-23T08:00:00Z.`)
  }
}

function pixels(name: 'maxwidth' | 'maxheight'): Parser<number> {
  return (text) => {
    const value = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Number.NaN
    return value <= MAX_PX ? parsed(value) : invalid(`${name} takes a whole number of pixels, from 1 to ${MAX_PX}.`)
  }
}

/** The instant that an ISO 8601 text with a zone names; null for anything else. */
function instantIn(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant
}

function parsed<T extends string | number>(value: T): Parsed<T> {
  return { value, canonical: String(value) }
}

function invalid(detail: string): { problem: Problem } {
  return { problem: badRequest(detail) }
}
