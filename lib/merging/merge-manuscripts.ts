import { slugFrom } from '@/lib/addresses/paths'
import { MANUSCRIPT_FIELDS, type Manuscript } from '@/lib/article/manuscript'
import { mergeBodies } from '@/lib/merging/merge-bodies'
import { mergeLists } from '@/lib/merging/merge-lists'
import { same } from '@/lib/merging/same'
import type { SetAside } from '@/lib/merging/set-aside'

type Field = (typeof MANUSCRIPT_FIELDS)[number]

interface Versions {
  /** What both started from; null when it is not stored any more. Then every difference counts as changed by both. */
  base: Manuscript | null
  mine: Manuscript
  /** The version in the store. Where both changed one thing, this one stays in the text. */
  theirs: Manuscript
}

export interface Merged {
  merged: Manuscript
  /** The parts of mine that theirs replaced in the text. Nothing of theirs is ever set aside. */
  setAside: SetAside[]
}

/**
 * Merges two versions of a manuscript, field by field and element by element (see mergeBodies). Every word that either
 * side wrote is in the text or set aside. A field that mine emptied and theirs changed stays as theirs, and nothing is
 * set aside, because no words are lost.
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
  // Each value is that of the same field in one of the three manuscripts, or a list of their items.
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
