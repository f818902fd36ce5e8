import { readableText } from '@/lib/article/readable-text'
import type { ReaderSpan, ReaderText } from '@/lib/linking/reader-body'

/** The context of inline text, which it must not break out of. */
export interface MarkdownContext {
  /** In a table every unescaped bar ends the cell (GFM, section 4.10). */
  inTable?: boolean | undefined
  /** Public origin, put before paths of this site. */
  siteUrl: string
}

/**
 * A text on one line of Markdown (CommonMark 0.31) with its marks and links. Marks are left out where the characters
 * around would keep their syntax from being parsed: the text matters more than its marks.
 */
export function markdownText(text: ReaderText, context: MarkdownContext): string {
  const spans = tidy(text)
  const groups = grouped(spans, ({ href }) => href)
  const parts = groups.map((group, position): Rendering => {
    const to = destination(group[0]?.href ?? null, context)
    const words = (around: Around) => bold(group, around, context)
    if (to === null) {
      // An exclamation mark before the bracket would turn the link into an image.
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

/** Plain text on one line, with everything escaped that is inline syntax; for the start of a block see escapeBlockStart. */
export function escapeMarkdown(words: string, { inTable = false }: Pick<MarkdownContext, 'inTable'> = {}): string {
  const escaped = oneLine(words).replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, '\\$&')
  return inTable ? escaped.replaceAll('|', '\\|') : escaped
}

/** Escapes the start of a block, so that it is not parsed as a heading, a list, a quotation or a rule. */
export function escapeBlockStart(words: string): string {
  return words
    .trim()
    .replace(/^(?=>|#{1,6}(?:\s|$)|[+-](?:\s|$)|-[-\s]+$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
}

/** A URL as the destination of a link, with everything encoded that would end it. */
export function markdownDestination(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they would end the destination
  return address.replace(/[\u0000-\u0020\u007f()<>[\]\\`|]|&(?=#?\w+;)/g, (sign) => {
    return sign === '&' ? '&amp;' : `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
  })
}

/** The text before and after a part; empty at the ends. */
interface Around {
  before: string
  after: string
}

type Rendering = (around: Around) => string

const EDGES = /^(\s*)(.*?)(\s*)$/su

/** Asterisks for bold, underscores for italic, so that the two stay apart where both end together. */
function bold(spans: ReaderSpan[], around: Around, context: MarkdownContext): string {
  const groups = grouped(spans, ({ marks }) => marks.includes('bold'))
  return assembled(
    groups.map((group) => {
      const isBold = group[0]?.marks.includes('bold')
      const inner: Rendering = (near) => italics(group, near, context)
      return isBold ? (near) => marked('**', inner, near) : inner
    }),
    around,
  )
}

function italics(spans: ReaderSpan[], around: Around, context: MarkdownContext): string {
  const groups = grouped(spans, ({ marks }) => marks.includes('italic'))
  return assembled(
    groups.map((group) => {
      const isItalic = group[0]?.marks.includes('italic')
      const inner: Rendering = () => group.map((span) => code(span, context)).join('')
      return isItalic ? (near) => marked('_', inner, near) : inner
    }),
    around,
  )
}

function code({ text, marks, href }: ReaderSpan, { inTable }: MarkdownContext): string {
  // Within code in a table a backslash before a bar cannot be told from the one that escapes the bar.
  // At the start of a block such a link would be parsed as the definition of a reference (CommonMark, section 4.7).
  const isDefinition = href !== null && text.includes(']:')
  const isExpressible = Boolean(text.trim()) && !isDefinition && !(inTable && text.includes('\\|'))
  if (!marks.includes('code') || !isExpressible) return escapeMarkdown(text, { inTable })
  const words = inTable ? text.replaceAll('|', '\\|') : text
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  // One space at each side is stripped by the parser (CommonMark, section 6.1).
  const pad = /^[ `]|[ `]$/.test(words) ? ' ' : ''
  return fence + pad + words + pad + fence
}

/** The parts in order, each rendered with the text around it. */
function assembled(parts: Rendering[], { before, after }: Around): string {
  let output = ''
  for (const [place, part] of parts.entries()) {
    const next = parts[place + 1]?.({ before: ' ', after: ' ' })
    // The next part may lose its delimiter, so a letter is assumed, which is the strictest case.
    const following = next && /^[*_]/.test(next) ? 'x' : next
    output += part({ before: output || before, after: following || after })
  }
  return output
}

/** The text between two delimiters, with white space at its edges outside; without delimiters where they could not be parsed. */
function marked(sign: '**' | '_', inner: Rendering, { before, after }: Around): string {
  const [, lead = '', words = '', trail = ''] = EDGES.exec(inner({ before: sign, after: sign })) ?? []
  if (!words) return lead + trail
  const isParsed =
    canFlank(sign, { outside: lastOf(before + lead), inside: firstOf(words) }) &&
    canFlank(sign, { outside: firstOf(trail + after), inside: lastOf(words) })
  return isParsed ? lead + sign + words + sign + trail : inner({ before, after })
}

/** Whether a delimiter between these characters opens or closes emphasis (CommonMark, section 6.2). */
function canFlank(sign: string, { outside, inside }: { outside: string; inside: string }): boolean {
  const [mark = ''] = sign
  if (outside === mark || inside === mark) return false
  const isFree = outside === '' || /[\s\p{P}\p{S}]/u.test(outside)
  // Underscores within a word are literal.
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
 * The spans with white space collapsed, raised and lowered letters as characters of their own, because Markdown has no
 * syntax for them, code without other marks, and neighbours with the same marks joined, so that no two delimiters of the
 * same kind meet.
 */
function tidy(text: ReaderText): ReaderSpan[] {
  const spans: ReaderSpan[] = []
  for (const { text: content, href, marks: all, external } of text) {
    const last = spans.at(-1)
    const words = oneLine(readableText([{ text: content, marks: all }]))
    const marks: ReaderSpan['marks'] = all.includes('code')
      ? ['code']
      : (['bold', 'italic'] as const).filter((mark) => all.includes(mark))
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

/** null for an address that may not be linked to. */
function destination(href: string | null, { siteUrl }: MarkdownContext): string | null {
  if (href === null) return null
  if (href.startsWith('/')) return markdownDestination(siteUrl + href)
  return /^(?:https?|mailto|tel):/i.test(href) ? markdownDestination(href) : null
}
