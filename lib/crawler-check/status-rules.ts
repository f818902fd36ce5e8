import { quoteText } from '@/lib/crawler-check/quote-text'
import { ALL_KINDS, type Fault, isUnlisted, PRESENT, type Rule } from '@/lib/crawler-check/rule'

/** Search engines read the first two megabytes of a page. */
const MAX_BYTES = 2 * 1024 * 1024
const GOOD_RESPONSE_MS = 800 // Core Web Vitals: good time to first byte (R6)
const CACHED: Rule['on'] = ['front', 'list', 'author', 'article', 'paper']

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** Rules for status, headers, size and speed of a response. */
export const STATUS_RULES: Rule[] = [
  {
    id: 'status/found',
    family: 'status',
    severity: 'error',
    source: 'R10, R24',
    on: PRESENT,
    mendedIn: null,
    requirement: 'An existing page answers 200.',
    faults: ({ status }) =>
      status === 200 ? [] : fault(`The page answers ${status}.`, 'See what the server says in its log.'),
  },
  {
    id: 'status/no-soft-404',
    family: 'status',
    severity: 'error',
    source: 'R10',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'An address without a page answers 404.',
    faults: ({ status }, { isInvented = false }) =>
      isInvented && status !== 404
        ? fault(`A made-up address answers ${status}.`, 'Answer 404, so that nothing is listed that is not there.')
        : [],
  },
  {
    id: 'status/one-hop',
    family: 'status',
    severity: 'error',
    source: 'R10',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'At most one redirect leads to a page.',
    faults: (_page, { redirectCount = 0 }) =>
      redirectCount <= 1
        ? []
        : fault(
            `The page is reached after ${redirectCount} redirects.`,
            'Let the first address lead to the page itself.',
          ),
  },
  {
    id: 'status/listed',
    family: 'status',
    severity: 'error',
    source: 'R2, R8',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'No sitemap lists a page that must not be listed or does not exist.',
    faults: (page, { isInSitemap }) =>
      isInSitemap && (isUnlisted(page) || page.kind === 'absent')
        ? fault(
            'A sitemap lists the page, but the page asks not to be listed.',
            'Look again in a minute; if it stays so, report it.',
          )
        : [],
  },
  {
    id: 'status/absent',
    family: 'status',
    severity: 'error',
    source: 'R10',
    on: ['absent'],
    mendedIn: null,
    requirement: 'A page that answers 404 or 410 asks search engines not to list it.',
    faults: (page) =>
      isUnlisted(page)
        ? []
        : fault(
            'The notice at an address without a story may be listed by search engines.',
            'Ask them not to, with noindex.',
          ),
  },
  {
    id: 'status/html',
    family: 'status',
    severity: 'error',
    source: 'HTML 4.2.5.4',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page is complete HTML in UTF-8.',
    faults: ({ headers, html }) => {
      const type = headers['content-type'] ?? ''
      if (!/^text\/html\s*;\s*charset="?utf-8"?$/i.test(type))
        return fault(`The page is sent as ${quoteText(type)}.`, 'Send it as text/html; charset=utf-8.')
      if (!/^\s*<!doctype html>/i.test(html))
        return fault('The page does not begin with its document type.', 'Begin it with <!DOCTYPE html>.')
      return /<\/html>\s*$/i.test(html)
        ? []
        : fault(
            'The page breaks off before its end.',
            'Ask for it again; if it stays so, see what the server says in its log.',
          )
    },
  },
  {
    id: 'status/validators',
    family: 'status',
    severity: 'error',
    source: 'R12',
    on: CACHED,
    mendedIn: null,
    requirement: 'A page has a strong ETag and a Last-Modified that is not in the future.',
    faults: ({ headers }, { now }) => {
      const etag = headers.etag ?? ''
      const changed = Date.parse(headers['last-modified'] ?? '')
      if (!/^"[^"]+"$/.test(etag))
        return fault(
          'The page carries no strong ETag.',
          'Crawlers fetch it whole each time; let the page store answer it.',
        )
      if (Number.isNaN(changed)) return fault('The page does not say when it last changed.', 'Send Last-Modified.')
      return changed > now.getTime() + 60_000
        ? fault('The page says that it changed in the future.', 'Set the clock of the server.')
        : []
    },
  },
  {
    id: 'status/not-modified',
    family: 'status',
    severity: 'error',
    source: 'R12',
    on: CACHED,
    mendedIn: null,
    requirement: 'A request with the ETag of the page is answered 304.',
    faults: (_page, { revalidatedStatus }) =>
      revalidatedStatus === undefined || revalidatedStatus === 304
        ? []
        : fault(
            `Asked again by its ETag, the page answers ${revalidatedStatus}.`,
            'Answer 304; see whether something in front of the site drops If-None-Match.',
          ),
  },
  {
    id: 'status/weight',
    family: 'status',
    severity: 'error',
    source: 'promise: under 2 MB',
    on: ALL_KINDS,
    mendedIn: 'body',
    requirement: 'A page is smaller than 2 MB.',
    faults: ({ html }) => {
      const bytes = new TextEncoder().encode(html).length
      return bytes < MAX_BYTES
        ? []
        : fault(
            `The page weighs ${(bytes / 1024 / 1024).toFixed(1)} MB; crawlers read the first 2.`,
            'Part the story into several.',
          )
    },
  },
  {
    id: 'status/robots-agree',
    family: 'status',
    severity: 'error',
    source: 'R8',
    on: PRESENT,
    mendedIn: null,
    requirement: 'The X-Robots-Tag header and the robots meta tag agree.',
    faults: ({ headers, head }) => {
      const header = headers['x-robots-tag']
      if (header === undefined) return []
      const forbids = (words: string) => /\bno(?:ne|index)\b/i.test(words)
      return forbids(header) === forbids(head.names.get('robots')?.join() ?? '')
        ? []
        : fault(
            `The header X-Robots-Tag says ${quoteText(header)}, the head of the page something else; the stricter one wins.`,
            'Say the same in both.',
          )
    },
  },
  {
    id: 'status/no-cookies',
    family: 'status',
    severity: 'error',
    source: 'promise: no cookies',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page sets no cookie.',
    faults: ({ headers }) =>
      headers['set-cookie'] === undefined
        ? []
        : fault('The page sets a cookie, so that no cache may keep it.', 'Set cookies at the desk only.'),
  },
  {
    id: 'status/shared',
    family: 'status',
    severity: 'error',
    source: 'R26',
    on: CACHED,
    mendedIn: null,
    requirement: 'Caches may store a page and must revalidate it.',
    faults: ({ headers }) => {
      const control = headers['cache-control'] ?? ''
      if (/\b(?:private|no-store|no-cache)\b/.test(control))
        return fault(`Caches may not keep the page (${quoteText(control)}).`, 'Send it as public.')
      return /max-age=\d/.test(control)
        ? []
        : fault('Caches are not told how long they may keep the page.', 'Send Cache-Control.')
    },
  },
  {
    id: 'status/same-for-all',
    family: 'status',
    severity: 'error',
    source: 'R24',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A request without a User-Agent gets the same page as a search engine.',
    faults: ({ status, html }, { anonymous }) => {
      if (!anonymous || (anonymous.status === status && anonymous.html === html)) return []
      return fault(
        anonymous.status === status
          ? 'Without a User-Agent the page is another one.'
          : `Without a User-Agent the page answers ${anonymous.status} instead of ${status}.`,
        'Let nothing in front of the site tell clients apart by name.',
      )
    },
  },
  {
    id: 'status/soon',
    family: 'status',
    severity: 'advice',
    source: 'R6',
    on: PRESENT,
    mendedIn: null,
    requirement: 'A page begins to arrive within 800 ms.',
    faults: (_page, { responseMs }) =>
      responseMs === undefined || responseMs <= GOOD_RESPONSE_MS
        ? []
        : fault(`The page took ${Math.round(responseMs)} ms.`, 'See what keeps the server busy.'),
  },
]
