const MARKER = /^\s*(?:\(?(?:\d+|[a-z]|[ivxl]+)[.)])\s*$/i

/** Word writes a list as paragraphs with a style, each with its bullet or number in a span. */
export function wordLists(body: HTMLElement): void {
  for (const first of [...body.querySelectorAll('p')]) {
    if (!first.isConnected || !isWordItem(first)) continue
    const list = body.ownerDocument.createElement(isNumbered(first) ? 'ol' : 'ul')
    first.before(list)
    for (let item: Element | null = first; item && isWordItem(item); ) {
      const next: Element | null = item.nextElementSibling
      for (const marker of markersOf(item)) marker.remove()
      const line = body.ownerDocument.createElement('li')
      line.append(...item.childNodes)
      list.append(line)
      item.remove()
      item = next
    }
  }
}

function isWordItem(element: Element): boolean {
  return element.tagName === 'P' && /mso-list:\s*l\d/i.test(element.getAttribute('style') ?? '')
}

function markersOf(item: Element): Element[] {
  return [...item.querySelectorAll('span')].filter((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
}

function isNumbered(item: Element): boolean {
  return markersOf(item).some(({ textContent }) => MARKER.test((textContent ?? '').replace(/\u00a0/g, ' ')))
}

/** Lists of a story have one level, and each item is one text: what is nested in an item follows it. */
export function flatLists(body: HTMLElement): void {
  for (const inner of [...body.querySelectorAll('li ul, li ol, ul > ul, ul > ol, ol > ul, ol > ol')].reverse()) {
    const item = inner.parentElement?.tagName === 'LI' ? inner.parentElement : null
    const items = [...inner.children].filter(({ tagName }) => tagName === 'LI')
    if (item) item.after(...items)
    else inner.before(...items)
    inner.remove()
  }
  for (const item of body.querySelectorAll('li')) {
    for (const block of [...item.querySelectorAll('p, div, h2, h3, figure, blockquote, figcaption')]) {
      block.before(' ')
      block.replaceWith(...block.childNodes)
    }
    const words = item.textContent?.replace(/\u00a0/g, ' ').trim()
    if (!words) item.remove()
  }
  for (const list of body.querySelectorAll('ul, ol')) {
    // What stands between the items of a list follows the list.
    const strangers = [...list.childNodes].filter((node) => node.nodeName !== 'LI')
    for (const stranger of strangers) {
      if (stranger.textContent?.trim()) list.after(stranger)
      else stranger.remove()
    }
    if (!list.children.length) list.remove()
  }
}
