import type { ArticleKind } from '@/lib/article/article'
import type { Body, ElementOf, Text } from '@/lib/article/body'
import type { EmbedProvider } from '@/lib/article/embed-address'
import { markedText } from '@/lib/copy/marked-text'
import { numberedBody, type UnnumberedElement } from '@/lib/copy/numbered-body'
import { HOUR_MS } from '@/lib/time/durations'

/** An instant relative to when the demo edition is filled in, or a fixed one. */
export type DemoInstant = { hoursAgo: number } | { daysAhead: number } | { at: string }

/** One article of the demo edition; other stories name it by its key. */
export interface DemoStory {
  key: string
  headline: string
  kicker: string
  standfirst: string
  /** Slug of a section in sections.ts. */
  section: string
  /** Slugs of topics in topics.ts. */
  topics: string[]
  /** Slugs of authors in authors.ts, or a name without a profile page, in the order they are printed. */
  bylines: (string | { name: string })[]
  dateline: string
  kind: ArticleKind
  language: string
  /** Key of the story of which this one is a translation. */
  translationOf?: string
  /** Key of a picture in pictures.ts; null for a story without one. */
  picture: string | null
  /** An instant in the future makes the story a scheduled one. */
  published: DemoInstant
  updated?: DemoInstant
  corrections?: { note: string; corrected: DemoInstant }[]
  /** The reason that readers of a withdrawn story get. */
  withdrawn?: { reason: string; when: DemoInstant }
  body: DemoElement[]
}

/** The ids that the keys of stories and pictures stand for. */
export interface DemoKeys {
  story: (key: string) => number
  picture: (key: string) => number
  /** The minute so many hours before the edition was filled in, in ms since 1970. */
  hoursAgo: (hours: number) => number
}

/** The hours of DemoKeys, counted back from `now`. */
export function hoursBefore(now: Date): DemoKeys['hoursAgo'] {
  return (hours) => {
    const ms = now.getTime() - hours * HOUR_MS
    return ms - (ms % 60_000)
  }
}

/** An element as the demo's writers put it: without an id, and with keys where the body has ids. */
export type DemoElement = (keys: DemoKeys) => UnnumberedElement

/** The body made of `elements`, numbered in order. */
export function writtenBody(elements: DemoElement[], keys: DemoKeys): Body {
  return numberedBody(elements.map((element) => element(keys)))
}

/** Words marked like this: **bold**, _italic_, `code`, [words](story:key), [words](https://address). */
export const p =
  (words: string): DemoElement =>
  (keys) => ({ type: 'paragraph', text: marked(words, keys) })

export const h2 =
  (words: string): DemoElement =>
  (keys) => ({ type: 'heading', level: 2, text: marked(words, keys) })

export const h3 =
  (words: string): DemoElement =>
  (keys) => ({ type: 'heading', level: 3, text: marked(words, keys) })

/** An entry of a live story, and when it was written. */
export const entry =
  (hoursAgo: number, words: string): DemoElement =>
  (keys) => ({ type: 'heading', level: 2, at: keys.hoursAgo(hoursAgo), text: marked(words, keys) })

export const ul =
  (...items: string[]): DemoElement =>
  (keys) => ({ type: 'list', ordered: false, items: items.map((item) => marked(item, keys)) })

export const ol =
  (...items: string[]): DemoElement =>
  (keys) => ({ type: 'list', ordered: true, items: items.map((item) => marked(item, keys)) })

export const quote =
  (words: string, attribution?: string): DemoElement =>
  (keys) => ({ type: 'quote', text: marked(words, keys), ...(attribution && { attribution }) })

export const pullQuote =
  (text: string, attribution?: string): DemoElement =>
  () => ({ type: 'pull-quote', text, ...(attribution && { attribution }) })

export const image =
  (picture: string, caption?: string): DemoElement =>
  (keys) => ({ type: 'image', media: keys.picture(picture), ...(caption && { caption }) })

export const gallery =
  (caption: string, ...pictures: string[]): DemoElement =>
  (keys) => ({ type: 'gallery', caption, items: pictures.map((picture) => ({ media: keys.picture(picture) })) })

export const table =
  (caption: string, header: string[], ...rows: string[][]): DemoElement =>
  (keys) => ({
    type: 'table',
    caption,
    header: header.map((cell) => marked(cell, keys)),
    rows: rows.map((row) => row.map((cell) => marked(cell, keys))),
  })

/** A box of facts: a string is a paragraph, an array of strings a list. */
export const factBox =
  (title: string, ...parts: (string | string[])[]): DemoElement =>
  (keys) => ({
    type: 'fact-box',
    title,
    elements: parts.map((part, index): ElementOf<'fact-box'>['elements'][number] =>
      typeof part === 'string'
        ? { type: 'paragraph', id: `f${index + 1}`, text: marked(part, keys) }
        : { type: 'list', id: `f${index + 1}`, ordered: false, items: part.map((item) => marked(item, keys)) },
    ),
  })

export const divider: DemoElement = () => ({ type: 'divider' })

export const embed =
  (provider: EmbedProvider, url: string, title: string): DemoElement =>
  () => ({ type: 'embed', provider, url, title })

export const alsoRead =
  (story: string): DemoElement =>
  (keys) => ({ type: 'also-read', target: { kind: 'article', article: keys.story(story) } })

export const alsoReadElsewhere =
  (url: string, label: string): DemoElement =>
  () => ({ type: 'also-read', target: { kind: 'external', url, label } })

export const relatedNews =
  (...stories: string[]): DemoElement =>
  (keys) => ({ type: 'related-news', articles: stories.map(keys.story) })

function marked(words: string, keys: DemoKeys): Text {
  return markedText(words, (target) =>
    target.startsWith('story:')
      ? { to: 'article', article: keys.story(target.slice('story:'.length)) }
      : { to: 'web', href: target },
  )
}
