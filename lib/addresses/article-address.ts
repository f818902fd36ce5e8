import { parseArchivePath } from '@/lib/addresses/archive-address'
import { ARTICLE_FORMATS, type ArticleFormat } from '@/lib/addresses/document-paths'
import { type ArticleAddress, canonicalSpelling, decodeSegment, RESERVED_WORDS } from '@/lib/addresses/paths'

/*
 * The one reader of articles' addresses: for routing, for look-ups at the desk, for oEmbed and for the formats. It reads
 * spelling alone; db/addresses/named-article.ts says which article an address leads to.
 */

/** What an article's address is made of; `format` is null for the page itself. */
export interface ParsedArticleAddress extends ArticleAddress {
  format: ArticleFormat | null
}

/** Anything but letters, digits, marks, joiners and - . _ ~ : no address of the paper holds it. */
const NEVER_IN_ADDRESS = /[^\p{L}\p{N}\p{M}\p{Join_Control}\-._~]/u

/** What ends no address of the paper, although it may stand within one. */
const ENDS_NO_ADDRESS = /[-._~\p{Join_Control}]+$/u

const HAS_WORDS = /[\p{L}\p{N}]/u

/** A second encoding, of programs that encode what is encoded already, and a third for good measure. */
const MAX_ENCODINGS = 3

/**
 * The parts of the article's address at `path`, percent-encoded or not: `/{section}/{slug}-{id}`, or `/{section}/{id}`,
 * with or without a format. null when the path has another form, or begins with a word that no section may have.
 */
export function parseArticlePath(path: string): ParsedArticleAddress | null {
  const [before, section, article, ...rest] = path.split('/').map(decodeSegment)
  if (before !== '' || !section || !article || rest.length) return null
  // A year of the archive, not a story by its bare number.
  if (parseArchivePath(path)) return null
  // A paper may have had a section called archive before the word was reserved.
  if (section !== 'archive' && RESERVED_WORDS.some((word) => word === section)) return null
  const format = ARTICLE_FORMATS.find((ending) => article.endsWith(`.${ending}`)) ?? null
  const name = format === null ? article : article.slice(0, -format.length - 1)
  if (NEVER_IN_ADDRESS.test(name)) return null
  const match = /^(?:(.*)-)?([1-9]\d{0,14})$/su.exec(name)
  return match ? { id: Number(match[2]), section, slug: match[1] ?? '', format } : null
}

/** An address of the paper, and whether words stood behind it that did not begin as a query or fragment does. */
export interface AddressBeforeTail {
  path: string
  hasWordsBehind: boolean
}

/**
 * `path` without what stood behind it in print, in a mail or in markup: punctuation, quotation marks, brackets, spaces,
 * a query without its question mark, in any encoding and as much of it as there is. The result is in canonical
 * spelling. null when nothing stood behind, and when nothing is left.
 */
export function withoutTail(path: string): AddressBeforeTail | null {
  const segments: string[] = []
  let tail = ''
  for (const raw of path.split('/')) {
    const segment = decodedSegment(raw)
    const at = tail ? 0 : segment.search(NEVER_IN_ADDRESS)
    if (at !== -1) tail += segment.slice(at)
    else segments.push(segment)
    if (at > 0) segments.push(segment.slice(0, at))
  }
  while (segments.length > 0) {
    const end = (segments.pop() ?? '').replace(ENDS_NO_ADDRESS, '')
    if (end === '') continue
    segments.push(end)
    break
  }
  const before = segments.length ? canonicalSpelling(`/${segments.map(encodeURIComponent).join('/')}`) : null
  if (before === null || before === '/' || before === canonicalSpelling(path)) return null
  return { path: before, hasWordsBehind: HAS_WORDS.test(tail) && !/^\s*[&?#;]/u.test(tail) }
}

/**
 * The canonical spelling of any path: what cannot be read, and what no segment may hold, is U+FFFD. For addresses that
 * have no canonical spelling because of what stands behind them, such as a broken encoding.
 */
export function lenientSpelling(path: string): string {
  const segments = path.split('/').map((raw) => {
    const segment = decodeSegment(raw) ?? decodedOnce(raw)
    return encodeURIComponent(segment.replace(/[\p{Cc}\p{Cs}/\\]/gu, '\uFFFD'))
  })
  return canonicalSpelling(segments.join('/')) ?? '/'
}

/**
 * Whether `slug` is one that may stand before the id of an article whose slugs were `had`: one of them, one with a word
 * of theirs, one that was cut short, or none at all. A word has a letter; accents do not count.
 */
export function fitsSlugs(slug: string, had: readonly string[]): boolean {
  if (slug === '' || had.some((own) => own.startsWith(slug))) return true
  const words = new Set(had.flatMap(wordsOf))
  return wordsOf(slug).some((word) => words.has(word))
}

function wordsOf(slug: string): string[] {
  return (
    slug
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => /\p{L}/u.test(word)) ?? []
  )
}

/** The place within a page that `address` names: an element's id, or `corrections`; null without one. */
export function anchorIn(address: string): string | null {
  return /#([a-z0-9-]{1,40})$/.exec(address)?.[1] ?? null
}

function decodedSegment(raw: string): string {
  let segment = raw
  for (let times = 0; times < MAX_ENCODINGS; times++) {
    const decoded = decodeSegment(segment) ?? decodedOnce(segment)
    if (decoded === segment) break
    segment = decoded
  }
  return segment
}

/** Decoded as far as it can be; bytes that are no UTF-8 become U+FFFD. */
function decodedOnce(raw: string): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  return raw
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      utf8.decode(Uint8Array.from(run.slice(1).split('%'), (hex) => parseInt(hex, 16))),
    )
    .normalize('NFC')
}
