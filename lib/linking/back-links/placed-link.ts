import { type Body, type BodyElement, type ElementOf, MAX_RELATED, MIN_RELATED, plainText } from '@/lib/article/body'
import { openSlots } from '@/lib/linking/placement/slots'
import { references } from '@/lib/linking/references'

/** Where a link to another story has room in a text: below a paragraph, or at the end of a list of links. */
export interface LinkPlace {
  kind: 'also-read' | 'related-news'
  /** The paragraph above, or the list. */
  elementId: string
}

/** A link that was placed, so that it can be found again. */
export interface PlacedLink {
  target: number
  /** The block that holds it. */
  elementId: string
}

/**
 * Where one more link has room in `body`: its first open slot, or else the first list of links with room. null when there
 * is none.
 */
export function linkPlace(body: Body, language: string): LinkPlace | null {
  const [slot] = openSlots(body, language)
  if (slot) return { kind: 'also-read', elementId: slot.afterId }
  const list = body.find((element) => element.type === 'related-news' && hasRoom(element))
  return list ? { kind: 'related-news', elementId: list.id } : null
}

/**
 * `body` with a link to story `target` in that place; every other element stays as it is. null when there is no room, or
 * when `body` links to the story already. `newId` makes the id of a new block.
 */
export function withLink(
  body: Body,
  {
    target,
    language,
    isAutomatic,
    newId,
  }: { target: number; language: string; isAutomatic: boolean; newId: () => string },
): { body: Body; placed: PlacedLink } | null {
  if (references(body).some(({ article }) => article === target)) return null
  const place = linkPlace(body, language)
  if (!place) return null
  if (place.kind === 'related-news') {
    const lengthened = body.map((element) =>
      element.type === 'related-news' && element.id === place.elementId
        ? { ...element, articles: [...element.articles, target] }
        : element,
    )
    return { body: lengthened, placed: { target, elementId: place.elementId } }
  }
  const block: ElementOf<'also-read'> = {
    type: 'also-read',
    id: newId(),
    target: { kind: 'article', article: target },
    ...(isAutomatic && { automatic: true as const }),
  }
  const above = body.findIndex(({ id }) => id === place.elementId)
  return { body: body.toSpliced(above + 1, 0, block), placed: { target, elementId: block.id } }
}

/**
 * `body` without that link, and with everything that was changed since; the same body when the link is gone already, or
 * when its block leads elsewhere now. A list of which one story is left becomes an also-read link.
 */
export function withoutLink(body: Body, { target, elementId }: PlacedLink): Body {
  const block = body.find(({ id }) => id === elementId)
  if (!block || !namesStory(block, target)) return body
  return body.flatMap((element) => (element === block ? withoutStory(block, target) : [element]))
}

/** The words above the place, for an editor who knows the text; empty where it is a list. */
export function wordsAbove(body: Body, { kind, elementId }: LinkPlace): string {
  const above = body.find(({ id }) => id === elementId)
  return kind === 'also-read' && above?.type === 'paragraph' ? plainText(above.text) : ''
}

function hasRoom({ articles, sought = [] }: ElementOf<'related-news'>): boolean {
  return articles.length >= MIN_RELATED && articles.length + sought.length < MAX_RELATED
}

function namesStory(block: BodyElement, target: number): boolean {
  if (block.type === 'also-read') return block.target.kind === 'article' && block.target.article === target
  return block.type === 'related-news' && block.articles.includes(target)
}

function withoutStory(block: BodyElement, target: number): Body {
  if (block.type !== 'related-news') return []
  const left = block.articles.filter((article) => article !== target)
  const [only, ...others] = left
  if (only === undefined) return []
  if (others.length) return [{ ...block, articles: left }]
  const { id, automatic } = block
  return [{ type: 'also-read', id, target: { kind: 'article', article: only }, ...(automatic && { automatic }) }]
}
