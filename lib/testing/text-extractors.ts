import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import type { Article } from '@/lib/article/article'
import type { ReaderBody, ReaderText } from '@/lib/linking/reader-body'
import { isRepeatedQuote } from '@/lib/linking/repeated-quote'

/* Programs that look for the text of a page: the reader mode of Firefox, and the extractor of a web clipper. */

export interface Extracted {
  title: string
  byline: string
  published: string
  /** Its words, with single spaces. */
  words: string
  /** Addresses of its pictures, as they stand in the page. */
  pictures: string[]
}

type Extractor = (html: string, url: string) => Promise<Extracted>

export const EXTRACTORS: [name: string, extract: Extractor][] = [
  [
    'Readability',
    async (html) => {
      const found = new Readability(parseHTML(html).document).parse()
      if (!found) throw new Error('Readability finds no text')
      const { title, byline, publishedTime, content } = found
      return extracted({ title, byline, published: publishedTime, content })
    },
  ],
  [
    'Defuddle',
    async (html, url) => {
      const { title, author, published, content } = await Defuddle(parseHTML(html).document, url)
      return extracted({ title, byline: author, published, content })
    },
  ],
]

type Parts = Record<'title' | 'byline' | 'published' | 'content', string | null | undefined>

function extracted({ title, byline, published, content }: Parts): Extracted {
  const { document } = parseHTML(`<html><body>${content ?? ''}</body></html>`)
  return {
    title: title ?? '',
    byline: byline ?? '',
    published: published ?? '',
    words: singleSpaced(document.body.textContent),
    pictures: [...document.querySelectorAll('img')].map((picture) => picture.getAttribute('src') ?? ''),
  }
}

/**
 * Every text of a story that a program has to find, in order. The two blocks of links may vanish, and so may a pull
 * quote whose words stand in the text.
 */
export function textsOfStory(story: Pick<Article, 'standfirst' | 'leadPicture' | 'corrections'>, body: ReaderBody) {
  return [
    story.standfirst,
    story.leadPicture?.caption ?? '',
    ...body.flatMap((element) =>
      element.type === 'pull-quote' && isRepeatedQuote(element.text, body) ? [] : textsOf(element),
    ),
    ...story.corrections.map(({ note }) => note),
  ]
    .map(singleSpaced)
    .filter(Boolean)
}

function textsOf(element: ReaderBody[number]): string[] {
  switch (element.type) {
    case 'paragraph':
    case 'heading':
      return [plain(element.text)]
    case 'list':
      return element.items.map(plain)
    case 'quote':
      return [plain(element.text), element.attribution]
    case 'pull-quote':
      return [element.text, element.attribution]
    case 'image':
      return [element.figure.caption, element.figure.credit]
    case 'gallery':
      return [...element.figures.flatMap(({ caption, credit }) => [caption, credit]), element.caption]
    case 'table':
      return [element.caption, ...[element.header, ...element.rows].flat().map(plain)]
    case 'fact-box':
      return [element.title, ...element.elements.flatMap(textsOf)]
    case 'embed':
      return [element.title]
    default:
      return []
  }
}

function plain(text: ReaderText): string {
  return text.map((span) => span.text).join('')
}

export function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/**
 * The texts that are missing from `words`, and those of some length that stand in it more often than in the story, each
 * with what is wrong.
 */
export function lostOrRepeated(texts: string[], words: string): string[] {
  const whole = texts.join('\n')
  return [...new Set(texts)].flatMap((text) => {
    const times = words.split(text).length - 1
    if (times === 0) return [`lost: ${text}`]
    return text.length > LONG && times > whole.split(text).length - 1 ? [`${times} times: ${text}`] : []
  })
}

/** Shorter texts, such as a figure in a table, may stand in others. */
const LONG = 40
