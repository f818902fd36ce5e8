import type { Span, Text } from '@/lib/article/body'

/** What a link in marked words leads to; `at` is where in the words it begins. undefined leaves its words without a link. */
export type LinkTo = (target: string, at: number) => Span['link']

// A target may hold pairs of brackets, as addresses do. Nothing in here runs on past the next bracket of its kind, so
// that copy full of unclosed ones is still read in one go.
const MARKUP =
  /\\(?<plain>[!-/:-@[-`{-~])|\*\*(?<bold>.+?)\*\*|(?<![\p{L}\p{N}])_(?<italic>[^_]+)_(?![\p{L}\p{N}])|`(?<code>[^`]+)`|\[(?<words>[^[\]]+)\]\((?<to>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/gu

/**
 * The text that `words` on one line describe: **bold**, _italic_, `code`, [words](target); `linkTo` says what a target
 * means. Bold, italic and links may hold one another. A backslash before a punctuation mark makes it a plain one.
 */
export function markedText(words: string, linkTo: LinkTo): Text {
  return spansOf(words, { start: 0, dress: {}, linkTo })
}

/** Words inside other words: where they start there, and what they wear already. */
interface Surroundings {
  start: number
  dress: Omit<Span, 'text'>
  linkTo: LinkTo
}

function spansOf(words: string, { start, dress, linkTo }: Surroundings): Text {
  const text: Text = []
  let plain = ''
  const inside = (inner: string, at: number, more: Omit<Span, 'text'>) => {
    if (plain) text.push({ text: plain, ...dress })
    plain = ''
    text.push(...spansOf(inner, { start: at, dress: { ...dress, ...more }, linkTo }))
  }
  let rest = 0
  for (const match of words.matchAll(MARKUP)) {
    plain += words.slice(rest, match.index)
    rest = match.index + match[0].length
    const at = start + match.index
    const { plain: mark, bold, italic, code, words: linked, to } = match.groups ?? {}
    if (mark) plain += mark
    else if (bold) inside(bold, at + 2, { marks: marksWith(dress, 'bold') })
    else if (italic) inside(italic, at + 1, { marks: marksWith(dress, 'italic') })
    else if (linked && to) inside(linked, at + 1, linkOf(linkTo(to, at)))
    else if (code) {
      if (plain) text.push({ text: plain, ...dress })
      plain = ''
      text.push({ text: code, ...dress, marks: marksWith(dress, 'code') })
    }
  }
  plain += words.slice(rest)
  if (plain) text.push({ text: plain, ...dress })
  return text
}

function marksWith({ marks = [] }: Omit<Span, 'text'>, mark: 'bold' | 'italic' | 'code'): Span['marks'] {
  return [...marks.filter((worn) => worn !== mark), mark]
}

function linkOf(link: Span['link']): Omit<Span, 'text'> {
  return link ? { link } : {}
}
