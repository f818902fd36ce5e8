import type { Span, SpanMark, Text } from '@/lib/article/body'

/** Resolves the target of a link; `at` is the offset of the link in the text. undefined leaves its text unlinked. */
export type LinkTo = (target: string, at: number) => Span['link']

// A target may contain balanced parentheses, as URLs do. No part of the pattern crosses the next bracket of its kind, so
// that matching stays linear in text with many unclosed brackets.
const MARKUP =
  /\\(?<plain>[!-/:-@[-`{-~])|\*\*(?<bold>.+?)\*\*|(?<![\p{L}\p{N}])_(?<italic>[^_]+)_(?![\p{L}\p{N}])|`(?<code>[^`]+)`|\^(?<superscript>[^\s^]+)\^|(?<!~)~(?<subscript>[^\s~]+)~(?!~)|\[(?<words>[^[\]]+)\]\((?<to>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/gu

/**
 * Parses one line of marked text: **bold**, _italic_, `code`, 10^6^, H~2~O, [words](target); `linkTo` resolves targets. Bold, italic
 * and links may be nested. A backslash makes a punctuation mark literal.
 */
export function markedText(words: string, linkTo: LinkTo): Text {
  return spansOf(words, { start: 0, outer: {}, linkTo })
}

/** The context of a nested part: its offset in the line, and the marks and link around it. */
interface Nesting {
  start: number
  outer: Omit<Span, 'text'>
  linkTo: LinkTo
}

function spansOf(words: string, { start, outer, linkTo }: Nesting): Text {
  const text: Text = []
  let plain = ''
  const inside = (inner: string, at: number, more: Omit<Span, 'text'>) => {
    if (plain) text.push({ text: plain, ...outer })
    plain = ''
    text.push(...spansOf(inner, { start: at, outer: { ...outer, ...more }, linkTo }))
  }
  let rest = 0
  for (const match of words.matchAll(MARKUP)) {
    plain += words.slice(rest, match.index)
    rest = match.index + match[0].length
    const at = start + match.index
    const { plain: mark, bold, italic, code, superscript, subscript, words: linked, to } = match.groups ?? {}
    if (mark) plain += mark
    else if (bold) inside(bold, at + 2, { marks: marksWith(outer, 'bold') })
    else if (italic) inside(italic, at + 1, { marks: marksWith(outer, 'italic') })
    else if (superscript) inside(superscript, at + 1, { marks: marksWith(outer, 'superscript') })
    else if (subscript) inside(subscript, at + 1, { marks: marksWith(outer, 'subscript') })
    else if (linked && to) inside(linked, at + 1, linkOf(linkTo(to, at)))
    else if (code) {
      if (plain) text.push({ text: plain, ...outer })
      plain = ''
      text.push({ text: code, ...outer, marks: marksWith(outer, 'code') })
    }
  }
  plain += words.slice(rest)
  if (plain) text.push({ text: plain, ...outer })
  return text
}

function marksWith({ marks = [] }: Omit<Span, 'text'>, mark: SpanMark): Span['marks'] {
  return [...marks.filter((other) => other !== mark), mark]
}

function linkOf(link: Span['link']): Omit<Span, 'text'> {
  return link ? { link } : {}
}
