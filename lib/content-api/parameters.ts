import { type Cursor, parseCursor } from '@/lib/content-api/cursor'
import { badRequest, type Problem } from '@/lib/content-api/problem'

/** How many stories a page of a list may hold; few choices, so that few pages are kept. */
export const LIMITS = [10, 20, 50, 100] as const
export const DEFAULT_LIMIT = 20

/** A longer search is cut, as it is for readers. */
export const MAX_SEARCH_LENGTH = 200
const LONGEST_SLUG = 200
const LONGEST_ADDRESS = 2048
const LARGEST_PX = 10_000

/** What a request may ask for, by the name it has in the query. */
export interface Parameters {
  q: string
  section: string
  topic: string
  author: string
  language: string
  since: Date
  limit: (typeof LIMITS)[number]
  cursor: Cursor
  format: 'json' | 'ninjs' | 'xml'
  url: string
  maxwidth: number
  maxheight: number
}
export type ParameterName = keyof Parameters

/** A value read from a query, and its one spelling there; or what is wrong with it. */
export type Parsed<T> = { value: T; spelled: string } | { problem: Problem }
type Parser<T> = (written: string) => Parsed<T>

/** Reads the value of each parameter; which formats there are, the address says. */
export const PARSERS: { [Name in Exclude<ParameterName, 'format'>]: Parser<Parameters[Name]> } = {
  q: (written) => {
    const words = written.normalize('NFC').trim().replace(/\s+/gu, ' ')
    const value = [...words].slice(0, MAX_SEARCH_LENGTH).join('').trim()
    return value ? said(value) : wrong('q is empty. It takes the words to look for.')
  },
  section: slug('section'),
  topic: slug('topic'),
  author: slug('author'),
  language: (written) => {
    const value = written.toLowerCase()
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(value)) return said(value)
    return wrong('language takes a BCP 47 tag, such as en, hi or pt-br.')
  },
  since: (written) => {
    // A plus that was not encoded arrives as a space.
    const value = instantIn(written.replace(' ', '+'))
    if (value) return { value, spelled: value.toISOString() }
    return wrong('since takes an instant with its zone, such as 2026-11-23T08:00:00Z.')
  },
  limit: (written) => {
    const value = LIMITS.find((limit) => String(limit) === written)
    return value ? said(value) : wrong(`limit takes one of ${LIMITS.join(', ')}.`)
  },
  cursor: (written) => {
    const value = parseCursor(written)
    return value ? { value, spelled: written } : wrong('cursor takes what “next” of a list gave, unchanged.')
  },
  url: (written) => {
    const isAddress = written.length <= LONGEST_ADDRESS && /^https?:\/\//i.test(written) && URL.canParse(written)
    return isAddress ? said(written) : wrong('url takes the absolute address of a story, percent-encoded.')
  },
  maxwidth: pixels('maxwidth'),
  maxheight: pixels('maxheight'),
}

function slug(name: 'section' | 'topic' | 'author'): Parser<string> {
  return (written) => {
    const value = written.normalize('NFC').toLowerCase()
    if (/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(value) && value.length <= LONGEST_SLUG) return said(value)
    return wrong(`${name} takes a slug, such as the last part of the ${name}’s address.`)
  }
}

function pixels(name: 'maxwidth' | 'maxheight'): Parser<number> {
  return (written) => {
    const value = /^[1-9]\d{0,4}$/.test(written) ? Number(written) : Number.NaN
    return value <= LARGEST_PX ? said(value) : wrong(`${name} takes a whole number of pixels, from 1 to ${LARGEST_PX}.`)
  }
}

/** The instant that an ISO 8601 text with a zone names; null for anything else. */
function instantIn(written: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.test(written)) return null
  const instant = new Date(written)
  return Number.isNaN(instant.getTime()) ? null : instant
}

function said<T extends string | number>(value: T): Parsed<T> {
  return { value, spelled: String(value) }
}

function wrong(detail: string): { problem: Problem } {
  return { problem: badRequest(detail) }
}
