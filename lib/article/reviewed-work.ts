import type { Article } from '@/lib/article/article'
import type { BodyElement, Span } from '@/lib/article/body'

/** What a review is about. */
export interface ReviewedWork {
  name: string
  /** A title in italics or quotation marks is that of a work; the title of a box may be that of a place or a product. */
  type: 'CreativeWork' | 'Thing'
}

/** Titles are set in italics, or in quotation marks in headlines, which have no italics. */
const IN_QUOTES = /[“„«‹「『"]([^“”„«»‹›「」『』"]+)[”“»›」』"]/gu

/**
 * The work that a review names: the first title in italics in its text, else in quotation marks in its headline or
 * standfirst, else the title of its first fact box. null when it sets no title apart. Words that begin with a small
 * letter are stressed or quoted, and no title.
 */
export function reviewedWork({
  headline,
  standfirst,
  body,
}: Pick<Article, 'headline' | 'standfirst' | 'body'>): ReviewedWork | null {
  const italics = body.flatMap(textsOf).filter(({ marks = [] }) => marks.includes('italic'))
  const quoted = [headline, standfirst].flatMap((words) =>
    [...words.matchAll(IN_QUOTES)].map(([, title = '']) => title),
  )
  const title = [...italics.map(({ text }) => text), ...quoted].map((words) => words.trim()).find(isTitle)
  if (title) return { type: 'CreativeWork', name: title }
  const box = body.find((element) => element.type === 'fact-box')
  return box?.title.trim() ? { type: 'Thing', name: box.title.trim() } : null
}

function textsOf(element: BodyElement): Span[] {
  switch (element.type) {
    case 'paragraph':
    case 'quote':
      return element.text
    case 'list':
      return element.items.flat()
    default:
      return []
  }
}

function isTitle(words: string): boolean {
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words)
}
