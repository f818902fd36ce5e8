import { asOneLine, isLeftOut, writeOut } from './clipboard-words'

/**
 * The words that the browser shows of `html` within `page`, but for the exceptions of docs/pasting.md that generated
 * clipboards can hold. Runs in a browser.
 */
export function shownWords(page: HTMLElement, html: string): string {
  // Tabs that are shown are spaces of a story.
  page.innerHTML = html.replaceAll('\t', ' ')
  writeOut(page)
  for (const element of page.querySelectorAll('*')) {
    if (isLeftOut(element) || getComputedStyle(element).display === 'none') element.remove()
  }
  for (const text of textsIn(page)) if (!isShown(text.parentElement)) text.remove()
  // On the page words stand apart at a block and at a line end that are not seen; innerText glues them.
  for (const hidden of page.querySelectorAll<HTMLElement>('[style]')) hidden.style.removeProperty('visibility')
  for (const place of page.querySelectorAll('wbr')) spaceAround(place, page)
  removeEmptyBoxes(page)
  return asOneLine(page.innerText)
}

function isShown(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).visibility === 'visible'
}

function isCollapsed(text: Text): boolean {
  return text.parentElement !== null && getComputedStyle(text.parentElement).whiteSpace === 'normal'
}

function textsIn(page: Node): Text[] {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  return texts
}

/** Chromium shows no space for the end of a source line at a `wbr`; a story has one. */
function spaceAround(place: Element, page: Element): void {
  const texts = textsIn(page)
  const next = texts.find((text) => place.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
  const before = texts.findLast((text) => place.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING)
  if (next && isCollapsed(next)) next.data = next.data.replace(/^\s+/, ' ')
  if (before && isCollapsed(before)) before.data = before.data.replace(/\s+$/, ' ')
}

/** Chromium keeps the two spaces around an empty box; nobody sees them. */
function removeEmptyBoxes(page: Element): void {
  const empty = [...page.querySelectorAll('*')].filter(
    (element) =>
      getComputedStyle(element).display === 'inline-block' &&
      !element.querySelector('br, p, div') &&
      textsIn(element).every((text) => isCollapsed(text) && !text.data.trim()),
  )
  for (const box of empty) box.remove()
}
