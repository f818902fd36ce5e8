import { slugFrom } from '@/lib/addresses/paths'
import { MANUSCRIPT_FIELDS, type Manuscript } from '@/lib/article/manuscript'
import { mergeBodies } from '@/lib/merging/merge-bodies'
import { mergeLists } from '@/lib/merging/merge-lists'
import { same } from '@/lib/merging/same'
import type { SetAside } from '@/lib/merging/set-aside'

type Field = (typeof MANUSCRIPT_FIELDS)[number]

interface Versions {
  /** What both started from; null when it is not stored any more: then every difference is a change of both. */
  base: Manuscript | null
  mine: Manuscript
  /** What stands in the store: where both changed one thing, it stays in the text. */
  theirs: Manuscript
}

export interface Merged {
  merged: Manuscript
  /** What of mine is not in the text because theirs is. Nothing of theirs is ever set aside. */
  setAside: SetAside[]
}

/**
 * Two versions of a manuscript made one, field by field and element by element (see mergeBodies). No word that either
 * side wrote is missing from the answer: it is in the text or set aside. Something that mine emptied while theirs
 * changed it stays, and nothing is set aside, since that loses no words.
 */
export function mergeManuscripts(versions: Versions): Merged {
  const { base, mine, theirs } = versions
  const { body, setAside: elements } = mergeBodies({
    base: base?.body ?? [],
    mine: mine.body,
    theirs: theirs.body,
  })
  const chosen: Partial<Record<Field, unknown>> = {}
  const setAside: SetAside[] = []
  for (const field of MANUSCRIPT_FIELDS) {
    const decision = decide(field, versions)
    chosen[field] = decision.value
    if (decision.lost) setAside.push({ place: field, value: mine[field], afterId: null })
  }
  // Every value is one of the three manuscripts' own value of that field, or a list of their items.
  return { merged: { ...theirs, ...(chosen as Partial<Manuscript>), body }, setAside: [...setAside, ...elements] }
}

function decide(field: Field, { base, mine, theirs }: Versions): { value: unknown; lost: boolean } {
  if (same(mine[field], theirs[field])) return { value: theirs[field], lost: false }
  if (base && same(base[field], mine[field])) return { value: theirs[field], lost: false }
  if (base && same(base[field], theirs[field])) return { value: mine[field], lost: false }
  if (field === 'slug') {
    // A slug that follows the headline was not chosen by an editor.
    if (followsHeadline(mine)) return { value: theirs.slug, lost: false }
    if (followsHeadline(theirs)) return { value: mine.slug, lost: false }
  }
  if (base && (field === 'topicIds' || field === 'bylines')) {
    const list = mergeLists<unknown>({ base: base[field], mine: mine[field], theirs: theirs[field] })
    if (list) return { value: list, lost: false }
  }
  return { value: theirs[field], lost: !isEmpty(mine[field]) }
}

function followsHeadline({ slug, headline }: Manuscript): boolean {
  return slug === slugFrom(headline)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
