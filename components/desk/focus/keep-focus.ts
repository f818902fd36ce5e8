import { canHaveFocus, firstPlaceIn, type Gap, isLosingFocus, placeNear } from './focus-place'

/** What may take the focus from an element that stays in the page. */
const WATCHED = ['disabled', 'inert', 'hidden']

/** An element that had the focus, with those around it from the inside to the outside. */
interface Place {
  element: Element
  around: Element[]
}

/**
 * When the element with the focus is taken out of the page, disabled or hidden, the browser gives the focus to the page
 * as a whole, and the next key does nothing. This moves it on, before the next key can be pressed: after a dialog to what
 * was focused before it, otherwise to what stands next to what went away. A click beside everything still takes the focus
 * away, as anywhere, and a focus that is on its way to a place that stays is left to the browser. The returned function
 * ends it.
 */
export function keepFocus(page: Document): () => void {
  let last: Place | null = null
  /** Where the focus is on its way to: the browser tells that it leaves before it arrives, and the page may change between. */
  let goingTo: Place | null = null
  /** What was focused before each open dialog. */
  const before = new Map<Element, Place | null>()

  const onFocusIn = ({ target }: Event) => {
    if (!(target instanceof Element)) return
    const dialog = target.closest('dialog')
    if (dialog && !before.has(dialog)) before.set(dialog, last?.element.closest('dialog') === dialog ? null : last)
    last = { element: target, around: ancestors(target) }
    goingTo = null
  }

  const onFocusOut = ({ relatedTarget: to }: FocusEvent) => {
    goingTo = to instanceof Element ? { element: to, around: ancestors(to) } : null
  }

  const observer = new MutationObserver((records) => {
    const active = page.activeElement
    const isLost = active === null || active === page.body
    if (!last || (!isLost && !isLosingFocus(active))) return
    if (isLost && goingTo) {
      if (canHaveFocus(goingTo.element)) return
      const gone = goingTo
      goingTo = null
      next(gone, records)?.focus()
      return
    }
    if (isLost && canHaveFocus(last.element)) return
    next(last, records)?.focus()
    for (const dialog of before.keys()) if (!dialog.isConnected) before.delete(dialog)
  })

  const next = ({ element, around }: Place, records: MutationRecord[]): HTMLElement | null => {
    const dialog = around.find((one) => one.localName === 'dialog')
    if (dialog && !(dialog.isConnected && (dialog as HTMLDialogElement).open)) {
      const opener = before.get(dialog) ?? null
      before.delete(dialog)
      if (opener) return canHaveFocus(opener.element) ? opener.element : nearest(opener)
    }
    const limit = modal(page) ?? page.body
    const gap = gapLeftBy(element, records)
    return (gap && placeNear(gap, limit)) ?? nearest({ element, around })
  }

  page.addEventListener('focusin', onFocusIn)
  page.addEventListener('focusout', onFocusOut)
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: WATCHED })
  return () => {
    page.removeEventListener('focusin', onFocusIn)
    page.removeEventListener('focusout', onFocusOut)
    observer.disconnect()
  }
}

function ancestors(element: Element): Element[] {
  const found: Element[] = []
  for (let at = element.parentElement; at; at = at.parentElement) found.push(at)
  return found
}

/** Where the element, or what it stood in, was taken out. */
function gapLeftBy(element: Element, records: MutationRecord[]): Gap | null {
  for (const { target, removedNodes, previousSibling, nextSibling } of records) {
    if (!(target instanceof Element) || !target.isConnected) continue
    for (const node of removedNodes) {
      if (node.contains(element)) return { parent: target, previous: previousSibling, next: nextSibling }
    }
  }
  return element.isConnected && element.parentElement
    ? { parent: element.parentElement, previous: element.previousSibling, next: element.nextSibling }
    : null
}

/** The first place in the innermost part of the page that is left of those around. */
function nearest({ around }: Place): HTMLElement | null {
  for (const part of around) {
    const found = part.isConnected ? firstPlaceIn(part) : null
    if (found) return found
  }
  return null
}

function modal(page: Document): Element | null {
  return [...page.querySelectorAll('dialog[open]')].at(-1) ?? null
}
