import type { Body, BodyElement } from '@/lib/article/body'
import { MANUSCRIPT_FIELDS, type Manuscript } from '@/lib/article/manuscript'
import { same } from '@/lib/merging/same'
import { elementIdIn } from '@/lib/merging/set-aside'

/** What an editor decides about a conflict: keep the text, use what was set aside, or both. */
export type Decision = 'keep' | 'use' | 'both'

/** The part of a conflict that resolving it needs. */
export interface SetAsideText {
  place: string
  /** The value of the field, or the element; null when the version set aside had deleted it. */
  setAside: unknown
  /** The id of the element before it in its writer's text; null for none, and for fields. */
  afterId: string | null
}

/** The fields in which both versions can be kept, one after the other, with the separator between them. */
const BETWEEN: Partial<Record<keyof Manuscript, string>> = {
  headline: ' / ',
  kicker: ' / ',
  standfirst: ' ',
  dateline: ' / ',
  seoTitle: ' / ',
  seoDescription: ' ',
}

/** Whether both versions can be kept. A story can have only one section and one address, for example. */
export function canKeepBoth({ place, setAside }: Pick<SetAsideText, 'place' | 'setAside'>): boolean {
  if (elementIdIn(place) !== null) return setAside !== null
  return place in BETWEEN || place === 'topicIds' || place === 'bylines'
}

/**
 * The manuscript after the decision; the same object when nothing changes. When both versions of an element are kept,
 * the one that was set aside gets the id `newId`. An element that was deleted from the text returns to its old place.
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
  // The store has validated that the value fits its field.
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

/** Inserts behind the element `afterId`: at the start when it is null, at the end when that element does not exist. */
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
