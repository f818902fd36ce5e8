/** What can take the focus with the Tab key. */
const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])'

/** Whether the element can have the focus at the moment. */
export function canHaveFocus(element: Element | null): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.isConnected &&
    !element.matches(':disabled, input[type="hidden"]') &&
    element.closest('[inert], [hidden]') === null &&
    element.getClientRects().length > 0
  )
}

/** Whether the element has the focus in name only: it cannot have it any more, and the browser is about to take it. */
export function isLosingFocus(element: Element): boolean {
  return element.matches(':disabled') || element.closest('[inert], [hidden]') !== null
}

/** Where something stood that was taken out of the page. */
export interface Gap {
  parent: Element
  previous: Node | null
  next: Node | null
}

/**
 * The place to go on from a gap: what follows it beside it, else what precedes it there, then the same around its parent,
 * up to `limit`. Null when nothing in `limit` can have the focus.
 */
export function placeNear({ parent, previous, next }: Gap, limit: Element): HTMLElement | null {
  const found = firstIn(following(next)) ?? lastIn(preceding(previous))
  if (found) return found
  if (parent === limit || !parent.parentElement) return null
  if (!parent.isConnected) return null
  const around = { parent: parent.parentElement, previous: parent.previousSibling, next: parent.nextSibling }
  return placeNear(around, limit)
}

/** The first element in one that can have the focus, or that one. */
export function firstPlaceIn(element: Element): HTMLElement | null {
  if (element.matches(FOCUSABLE) && canHaveFocus(element)) return element
  for (const one of element.querySelectorAll(FOCUSABLE)) if (canHaveFocus(one)) return one
  return null
}

function lastPlaceIn(element: Element): HTMLElement | null {
  for (const one of [...element.querySelectorAll(FOCUSABLE)].reverse()) if (canHaveFocus(one)) return one
  return element.matches(FOCUSABLE) && canHaveFocus(element) ? element : null
}

function firstIn(nodes: Iterable<Node>): HTMLElement | null {
  for (const node of nodes) {
    const found = node instanceof Element ? firstPlaceIn(node) : null
    if (found) return found
  }
  return null
}

function lastIn(nodes: Iterable<Node>): HTMLElement | null {
  for (const node of nodes) {
    const found = node instanceof Element ? lastPlaceIn(node) : null
    if (found) return found
  }
  return null
}

function* following(node: Node | null): Iterable<Node> {
  for (let at = node; at; at = at.nextSibling) yield at
}

function* preceding(node: Node | null): Iterable<Node> {
  for (let at = node; at; at = at.previousSibling) yield at
}
