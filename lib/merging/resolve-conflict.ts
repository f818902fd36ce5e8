import type { Body, BodyElement } from '@/lib/article/body'
import { MANUSCRIPT_FIELDS, type Manuscript } from '@/lib/article/manuscript'
import { same } from '@/lib/merging/same'
import { elementIdIn } from '@/lib/merging/set-aside'

/** What somebody decided about words set aside. */
export type Decision = 'keep' | 'use' | 'both'

/** What a decision needs to know of a conflict. */
export interface SetAsideText {
  place: string
  /** The field's value, or the element; null when the version set aside had deleted it. */
  setAside: unknown
  /** The element before it in the text of its writer; null for none, and for fields. */
  afterId: string | null
}

/** Fields in which two versions can stand one behind the other, and what stands between them. */
const BETWEEN: Partial<Record<keyof Manuscript, string>> = {
  headline: ' / ',
  kicker: ' / ',
  standfirst: ' ',
  dateline: ' / ',
  seoTitle: ' / ',
  seoDescription: ' ',
}

/** Whether both versions of what is at stake can be kept; of a section or an address there can be only one. */
export function canKeepBoth({ place, setAside }: Pick<SetAsideText, 'place' | 'setAside'>): boolean {
  if (elementIdIn(place) !== null) return setAside !== null
  return place in BETWEEN || place === 'topicIds' || place === 'bylines'
}

/**
 * The manuscript after the decision; the very same where it changes nothing. `newId` is the id that an element of its
 * own gets when both versions are kept. An element that is gone from the text comes back where it stood.
 */
export function resolveConflict(
  manuscript: Manuscript,
  conflict: SetAsideText,
  decision: Decision,
  newId: string,
): Manuscript {
  if (decision === 'keep') return manuscript
  const { place, setAside } = conflict
  const id = elementIdIn(place)
  if (id !== null) return { ...manuscript, body: resolveElement(manuscript.body, id, conflict, decision, newId) }
  const field = MANUSCRIPT_FIELDS.find((name) => name === place)
  if (!field) throw new Error(`"${place}" is no place in a manuscript`)
  const value = decision === 'use' ? setAside : bothVersions(field, manuscript[field], setAside)
  // The store checked that what was set aside fits its field.
  return { ...manuscript, [field]: value } as Manuscript
}

function resolveElement(
  body: Body,
  id: string,
  { setAside, afterId }: SetAsideText,
  decision: 'use' | 'both',
  newId: string,
): Body {
  const at = body.findIndex((element) => element.id === id)
  if (setAside === null) return decision === 'use' ? body.filter((element) => element.id !== id) : body
  const written = setAside as BodyElement
  if (at === -1) return insertedAfter(body, afterId, written)
  if (decision === 'use') return body.with(at, written)
  return insertedAfter(body, id, { ...written, id: newId })
}

/** Behind the element `afterId`; at the start when that is null, at the end when the element is gone. */
function insertedAfter(body: Body, afterId: string | null, element: BodyElement): Body {
  const before = body.findIndex(({ id }) => id === afterId)
  if (afterId === null) return [element, ...body]
  return before === -1 ? [...body, element] : body.toSpliced(before + 1, 0, element)
}

function bothVersions(field: keyof Manuscript, current: unknown, setAside: unknown): unknown {
  if (Array.isArray(current) && Array.isArray(setAside)) {
    return [...current, ...setAside.filter((item) => !current.some((other) => same(other, item)))]
  }
  const between = BETWEEN[field]
  if (between === undefined) return current
  return [current, setAside].filter(Boolean).join(between)
}
