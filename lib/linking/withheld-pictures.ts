import type { Body } from '@/lib/article/body'
import { mediaShown } from '@/lib/linking/references'

interface Illustrated {
  leadMediaId: number | null
  body: Body
}

/** The pictures of a text, each once: the lead image, then those of the body from top to bottom. */
export function picturesOf({ leadMediaId, body }: Illustrated): number[] {
  return [...new Set([...(leadMediaId === null ? [] : [leadMediaId]), ...mediaShown(body)])]
}

/** The text without the pictures of `withheld`; a gallery of which nothing is left goes too. */
export function withoutPictures<T extends Illustrated>(text: T, withheld: readonly number[]): T {
  if (!withheld.length) return text
  const leadMediaId = text.leadMediaId !== null && withheld.includes(text.leadMediaId) ? null : text.leadMediaId
  const body = text.body.flatMap((element): Body => {
    if (element.type === 'image') return withheld.includes(element.media) ? [] : [element]
    if (element.type !== 'gallery') return [element]
    const items = element.items.filter(({ media }) => !withheld.includes(media))
    if (items.length === element.items.length) return [element]
    return items.length ? [{ ...element, items }] : []
  })
  return { ...text, leadMediaId, body }
}
