import type { Body, BodyElement } from '@/lib/article/body'

/** An element without an id. */
export type UnnumberedElement = BodyElement extends infer E ? (E extends BodyElement ? Omit<E, 'id'> : never) : never

/** The body made of `elements`, with the ids e1, e2, e3 … in order. */
export function numberedBody(elements: UnnumberedElement[]): Body {
  return elements.map((element, index) => ({ ...element, id: `e${index + 1}` }) as BodyElement)
}
