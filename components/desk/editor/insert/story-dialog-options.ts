import type { SpanLink } from '@/components/desk/editor/document/marks/link'
import type { ElementOf } from '@/lib/article/body'

export type AlsoReadTarget = ElementOf<'also-read'>['target']

/** An also-read of an own story, and of a place in it where one is named. */
export function alsoReadTarget(article: number, anchor: string | null): AlsoReadTarget {
  return { kind: 'article', article, ...(anchor && { anchor }) }
}

/** What the story dialog is opened for, and what is done with the choice. */
export type StoryDialogOptions =
  | { kind: 'also-read'; onChosen: (target: AlsoReadTarget) => void }
  | { kind: 'related-news'; present: number[]; onChosen: (articles: number[]) => void }
  /** `words` are what the link is called where no words are selected. */
  | { kind: 'link'; present: SpanLink | null; onChosen: (link: SpanLink | null, words: string) => void }
