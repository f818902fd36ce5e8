import { type Body, type BodyElement, MAX_RELATED, MIN_RELATED } from '@/lib/article/body'
import { LINKS_OF_SLOT, type Slot } from '@/lib/linking/placement/slots'

/** The stories for one slot: the first to be read also, the others in its list; fewer than two of those make no list. */
export type LinksOfSlot = readonly number[]

/** What is given to `slots`, the best first: as long as there are stories, each once. */
export function linksForSlots(slots: readonly Slot[], stories: readonly number[]): LinksOfSlot[] {
  return slots.map((_, place) => stories.slice(place * LINKS_OF_SLOT, (place + 1) * LINKS_OF_SLOT))
}

/** The blocks of one slot; with a single further story there is no list. `newId` makes the ids of the blocks. */
export function blocksOfSlot(
  [first, ...others]: LinksOfSlot,
  { newId, isAutomatic }: { newId: () => string; isAutomatic: boolean },
): BodyElement[] {
  if (first === undefined) return []
  const marked = isAutomatic ? { automatic: true as const } : {}
  return [
    { type: 'also-read', id: newId(), target: { kind: 'article', article: first }, ...marked },
    ...(others.length >= MIN_RELATED
      ? [{ type: 'related-news' as const, id: newId(), articles: others.slice(0, MAX_RELATED), ...marked }]
      : []),
  ]
}

/** `body` with blocks in its `slots`, which get `stories` in this order; marked as placed by the site. */
export function filledBody(
  body: Body,
  { slots, stories, newId }: { slots: readonly Slot[]; stories: readonly number[]; newId: () => string },
): Body {
  const links = linksForSlots(slots, stories)
  const blocks = new Map(
    slots.map(({ afterId }, place) => [afterId, blocksOfSlot(links[place] ?? [], { newId, isAutomatic: true })]),
  )
  return body.flatMap((element) => [element, ...(blocks.get(element.id) ?? [])])
}

/** Whether the site placed this element by itself. */
export function isAutomatic(element: BodyElement): boolean {
  return (element.type === 'also-read' || element.type === 'related-news') && element.automatic === true
}

/** `body` without what the site placed by itself; the same body when there is nothing. */
export function withoutAutomatic(body: Body): Body {
  return body.some(isAutomatic) ? body.filter((element) => !isAutomatic(element)) : body
}
