import { diffArrays } from 'diff'
import type { BodyElement } from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { same } from '@/lib/merging/same'
import { idDifference } from '@/lib/revisions/id-difference'
import { ELEMENT_NAMES, elementParts, fieldParts, type NamesById, type Part } from '@/lib/revisions/revision-parts'
import { type WordRun, wordDifference } from '@/lib/revisions/word-difference'

/** How one part differs: its words in runs, or the items of its list one by one. */
export interface PartDifference {
  /** Empty for the prose of an element. */
  label: string
  /** Whether each run is an item of a list instead of a piece of prose. */
  isList: boolean
  runs: WordRun[]
}

/** How one element differs. */
export interface ElementDifference {
  id: string
  /** "Paragraph", or "Paragraph, now Heading". */
  name: string
  kind: 'same' | 'changed' | 'added' | 'removed'
  /** Whether its order among the elements that both versions have is another. */
  isMoved: boolean
  parts: PartDifference[]
}

/** The differences between two versions of a story. */
export interface RevisionDifference {
  /** The fields that differ, in the order in which the desk shows them. */
  fields: PartDifference[]
  /** Every element, in the order of the later version; a removed element is at its old place. */
  elements: ElementDifference[]
}

/** Lists that differ in more items are shown as two lists: what it takes to compare them grows with the square of it. */
const MAX_ITEM_EDITS = 300

/**
 * The difference between `before` and `after`; either may be the older one. For the longest story it takes a second or
 * two of work: `yieldToRequests` is called after each element.
 */
export async function revisionDifference(
  { before, after }: { before: Manuscript; after: Manuscript },
  { names, yieldToRequests }: { names: NamesById; yieldToRequests: () => Promise<void> },
): Promise<RevisionDifference> {
  const { language } = after
  const fields = partDifferences(fieldParts(before, names), fieldParts(after, names), language)
  const elements: ElementDifference[] = []
  for (const element of elementDifferences({ before, after }, names)) {
    elements.push(element)
    await yieldToRequests()
  }
  return { fields: fields.filter(isChanged), elements }
}

/** Whether the two versions are equal. */
export function isNoDifference({ fields, elements }: RevisionDifference): boolean {
  return !fields.length && elements.every(({ kind, isMoved }) => kind === 'same' && !isMoved)
}

function* elementDifferences(
  { before, after }: { before: Manuscript; after: Manuscript },
  names: NamesById,
): Generator<ElementDifference> {
  const [earlier, later] = [byId(before.body), byId(after.body)]
  for (const { id, kind: place } of idDifference([...earlier.keys()], [...later.keys()])) {
    const [was, is] = [earlier.get(id), later.get(id)]
    const element = is ?? was
    // An element that moved is listed at its new place.
    if (!element || (place === 'removed' && is)) continue
    const parts = partDifferences(
      was ? elementParts(was, names) : [],
      is ? elementParts(is, names) : [],
      after.language,
    )
    const kind = !was ? 'added' : !is ? 'removed' : same(was, is) ? 'same' : 'changed'
    const isMoved = place === 'added' && was !== undefined
    yield { id, name: nameOf(was ?? element, element), kind, isMoved, parts }
  }
}

function partDifferences(before: Part[], after: Part[], language: string): PartDifference[] {
  const labels = [...new Set([...after, ...before].map(({ label }) => label))]
  return labels.map((label) => {
    const [was, is] = [before, after].map((parts) => parts.find((part) => part.label === label))
    const isList = [was, is].some((part) => part && 'items' in part)
    const runs = isList
      ? listDifference(itemsOf(was), itemsOf(is))
      : wordDifference(wordsOf(was), wordsOf(is), language)
    return { label, isList, runs }
  })
}

function listDifference(before: string[], after: string[]): WordRun[] {
  const changes = diffArrays(before, after, { maxEditLength: MAX_ITEM_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return changes.flatMap(({ value, added, removed }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value.map((words): WordRun => ({ kind, words }))
  })
}

function itemsOf(part: Part | undefined): string[] {
  if (!part) return []
  return 'items' in part ? part.items : [part.words]
}

function wordsOf(part: Part | undefined): string {
  return part && 'words' in part ? part.words : ''
}

function isChanged({ runs }: PartDifference): boolean {
  return runs.some(({ kind }) => kind !== 'same')
}

function nameOf(was: BodyElement, is: BodyElement): string {
  const [before, now] = [ELEMENT_NAMES[was.type], ELEMENT_NAMES[is.type]]
  return before === now ? now : `${before}, now ${now}`
}

function byId(body: BodyElement[]): Map<string, BodyElement> {
  return new Map(body.map((element) => [element.id, element]))
}
