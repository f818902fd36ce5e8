import type { Body } from '@/lib/article/body'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'

/** What an editor writes of a standing page. */
export interface PageContent {
  headline: string
  /** For search engines; empty for the beginning of the text. */
  description: string
  body: Body
}

/** The page as a manuscript, which merging and comparing understand. */
export function pageManuscript({ headline, description, body }: PageContent, language: string): Manuscript {
  return { ...emptyManuscript(language), headline, body, seoDescription: description || null }
}

interface Versions {
  /** What both started from; null when it is not stored any more. */
  base: PageContent | null
  mine: PageContent
  theirs: PageContent
}

/** Merges two versions of a page as stories are merged; `isComplete` is false when something of mine gave way to theirs. */
export function mergePages({ base, mine, theirs }: Versions): { content: PageContent; isComplete: boolean } {
  const { merged, setAside } = mergeManuscripts({
    base: base && pageManuscript(base, 'en'),
    mine: pageManuscript(mine, 'en'),
    theirs: pageManuscript(theirs, 'en'),
  })
  return {
    content: { headline: merged.headline, description: merged.seoDescription ?? '', body: merged.body },
    isComplete: setAside.length === 0,
  }
}
