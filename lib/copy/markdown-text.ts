import type { ReaderSpan, ReaderText } from '@/lib/linking/reader-body'

/** Where inline words stand: what they must not break out of. */
export interface MarkdownPlace {
  /** In a table a bar ends the cell, wherever it stands (GFM, section 4.10). */
  inTable?: boolean | undefined
  /** Public origin, put before paths of this site. */
  siteUrl: string
}

/**
 * A text on one line of Markdown (CommonMark 0.31): its words, its marks as far as the syntax can say them there, its
 * links. Marks are left out where the letters around would keep the syntax from being read as such: words go before
 * dress.
 */
export function markdownText(text: ReaderText, place: MarkdownPlace): string {
  const spans = tidy(text)
  const groups = grouped(spans, ({ href }) => href)
  const parts = groups.map((group, position): Rendering => {
    const to = destination(group[0]?.href ?? null, place)
    const words = (around: Around) => bold(group, around, place)
    if (to === null) {
      // Before a bracket it would make a picture of the link.
      const isBeforeLink = Boolean(groups[position + 1]?.[0]?.href)
      return (around) => (isBeforeLink ? words(around).replace(/!$/, '\\!') : words(around))
    }
    return () => {
      const [, lead = '', inner = '', trail = ''] = EDGES.exec(words({ before: '[', after: ']' })) ?? []
      return inner ? `${lead}[${inner}](${to})${trail}` : lead + trail
    }
  })
  return assembled(parts, { before: '', after: '' })
}

/** Words as they are, on one line; nothing in them means anything to Markdown, but see blockStart. */
export function escapeMarkdown(words: string, { inTable = false }: Pick<MarkdownPlace, 'inTable'> = {}): string {
  const escaped = oneLine(words).replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, '\\$&')
  return inTable ? escaped.replaceAll('|', '\\|') : escaped
}

/** The first words of a block, which must not be taken for the sign of another one: a heading, a list, a rule. */
export function escapeBlockStart(words: string): string {
  return words
    .trim()
    .replace(/^(?=>|#{1,6}(?:\s|$)|[+-](?:\s|$)|-[-\s]+$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
}

/** A web address where Markdown expects one. */
export function markdownDestination(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they would end the destination
  return address.replace(/[\u0000-\u0020\u007f()<>[\]\\`|]|&(?=#?\w+;)/g, (sign) => {
    return sign === '&' ? '&amp;' : `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
  })
}

/** The last and first letters around some words; empty at the ends of a text. */
interface Around {
  before: string
  after: string
}

type Rendering = (around: Around) => string

const EDGES = /^(\s*)(.*?)(\s*)$/su

/** Asterisks for bold words, low lines for italic ones: where both end together neither is taken for the other. */
function bold(spans: ReaderSpan[], around: Around, place: MarkdownPlace): string {
  const groups = grouped(spans, ({ marks }) => marks.includes('bold'))
  return assembled(
    groups.map((group) => {
      const isBold = group[0]?.marks.includes('bold')
      const inner: Rendering = (near) => italics(group, near, place)
      return isBold ? (near) => marked('**', inner, near) : inner
    }),
    around,
  )
}

function italics(spans: ReaderSpan[], around: Around, place: MarkdownPlace): string {
  const groups = grouped(spans, ({ marks }) => marks.includes('italic'))
  return assembled(
    groups.map((group) => {
      const isItalic = group[0]?.marks.includes('italic')
      const inner: Rendering = () => group.map((span) => code(span, place)).join('')
      return isItalic ? (near) => marked('_', inner, near) : inner
    }),
    around,
  )
}

function code({ text, marks }: ReaderSpan, { inTable }: MarkdownPlace): string {
  // Within code a backslash cannot be told from the one that keeps a bar from ending the cell.
  const isSayable = Boolean(text.trim()) && !(inTable && text.includes('\\|'))
  if (!marks.includes('code') || !isSayable) return escapeMarkdown(text, { inTable })
  const words = inTable ? text.replaceAll('|', '\\|') : text
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  // One space at each side is taken off again (CommonMark, section 6.1).
  const pad = /^[ `]|[ `]$/.test(words) ? ' ' : ''
  return fence + pad + words + pad + fence
}

/** The parts one after another, each told what stands around it. */
function assembled(parts: Rendering[], { before, after }: Around): string {
  let said = ''
  for (const [place, part] of parts.entries()) {
    const next = parts[place + 1]?.({ before: ' ', after: ' ' })
    // Whether a sign will stand there is not known yet: a letter is the worst that can.
    const following = next && /^[*_]/.test(next) ? 'x' : next
    said += part({ before: said || before, after: following || after })
  }
  return said
}

/** The words between two signs, the white space at their edges outside; without signs where they could not be read. */
function marked(sign: '**' | '_', inner: Rendering, { before, after }: Around): string {
  const [, lead = '', words = '', trail = ''] = EDGES.exec(inner({ before: sign, after: sign })) ?? []
  if (!words) return lead + trail
  const isReadable =
    canFlank(sign, { outside: lastOf(before + lead), inside: firstOf(words) }) &&
    canFlank(sign, { outside: firstOf(trail + after), inside: lastOf(words) })
  return isReadable ? lead + sign + words + sign + trail : inner({ before, after })
}

/** Whether a sign between these letters opens or closes emphasis (CommonMark, section 6.2). */
function canFlank(sign: string, { outside, inside }: { outside: string; inside: string }): boolean {
  const [mark = ''] = sign
  if (outside === mark || inside === mark) return false
  const isFree = outside === '' || /[\s\p{P}\p{S}]/u.test(outside)
  // Low lines within a word are letters.
  return isFree || (mark === '*' && !/[\p{P}\p{S}]/u.test(inside))
}

function firstOf(words: string): string {
  return [...words][0] ?? ''
}

function lastOf(words: string): string {
  return [...words.slice(-2)].at(-1) ?? ''
}

function grouped<T>(spans: ReaderSpan[], by: (span: ReaderSpan) => T): ReaderSpan[][] {
  const groups: ReaderSpan[][] = []
  for (const span of spans) {
    const last = groups.at(-1)
    if (last?.[0] && by(last[0]) === by(span)) last.push(span)
    else groups.push([span])
  }
  return groups
}

/**
 * On one line, without white space that a reader would not see. Code wears nothing else, and neighbours in the same
 * dress are one, so that no two signs of the same kind ever meet.
 */
function tidy(text: ReaderText): ReaderSpan[] {
  const spans: ReaderSpan[] = []
  for (const { text: said, href, marks: worn, external } of text) {
    const last = spans.at(-1)
    const words = oneLine(said)
    const marks: ReaderSpan['marks'] = worn.includes('code') ? ['code'] : [...new Set(worn)].sort()
    if (!words) continue
    if (last && last.href === href && String(last.marks) === String(marks)) last.text = oneLine(last.text + words)
    else spans.push({ text: words, marks, href, external })
  }
  return spans
}

function oneLine(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no control character has a place in a text file
  return words.replace(/[\s\u0085]+/gu, ' ').replace(/[\u0000-\u001f\u007f]/g, '')
}

/** null where no link may be. */
function destination(href: string | null, { siteUrl }: MarkdownPlace): string | null {
  if (href === null) return null
  if (href.startsWith('/')) return markdownDestination(siteUrl + href)
  return /^(?:https?|mailto):/i.test(href) ? markdownDestination(href) : null
}
