import { ItemWords, type ListItem, type PastedStory } from './pasted-story'
import type { Inherited, Reading } from './reading'
import { layoutOf } from './shown'
import { holdsList, isElement, isList, TEXT, wholeNumber } from './source-elements'
import { wordItem } from './word-items'

/** Reads a list of HTML, with those within its items, as items of one list of a story. */
export function readList(
  list: Element,
  inner: Inherited,
  { reading, story }: { reading: Reading; story: PastedStory },
) {
  story.endLine()
  const ordered = list.localName === 'ol'
  const root = inner.list?.root ?? list
  const depth = inner.list ? inner.list.depth + 1 : 0
  const items = [...list.children].filter(({ localName }) => localName === 'li')
  const step = ordered && list.hasAttribute('reversed') ? -1 : 1
  let number = wholeNumber(list.getAttribute('start')) ?? (step < 0 ? items.length : 1)
  for (const node of list.childNodes) {
    const isItem = isElement(node) && node.localName === 'li'
    const given = isItem && ordered ? wholeNumber(node.getAttribute('value')) : null
    const item: ListItem = { root, depth, ordered, number: given ?? number }
    const words = new ItemWords(story, isItem || !ordered ? item : null)
    const within = { ...inner, list: item }
    if (node.nodeType === TEXT) reading.words(node.nodeValue ?? '', within, words)
    else if (isElement(node)) readListPart(node, within, { reading, item: words })
    words.close()
    if (isItem) number = item.number + step
  }
}

interface InItem {
  reading: Reading
  item: ItemWords
}

/** What stands in a list: an item, or, against the rules of HTML, a list or words. */
function readListPart(node: Element, inner: Inherited, { reading, item }: InItem): void {
  const declared = reading.styles.of(node)
  if (layoutOf(node, declared) === 'none' || reading.isLeftOut(node, item)) return
  if (isList(node)) {
    item.close()
    readList(node, reading.inherited(node, inner), { reading, story: item.story })
  } else if (node.localName === 'li') readItem(node, reading.inherited(node, inner), { reading, item })
  else reading.element(node, inner, item)
}

/** Reads the content of an item; the lists in it are lists within the item. */
export function readItem(parent: Element, inner: Inherited, { reading, item }: InItem): void {
  for (const node of parent.childNodes) {
    const list = isElement(node) ? (isList(node) ? node : holdsList(node)) : null
    if (!isElement(node) || !list) {
      if (node.nodeType === TEXT) reading.words(node.nodeValue ?? '', inner, item)
      else if (isElement(node)) reading.element(node, inner, item)
      continue
    }
    if (layoutOf(node, reading.styles.of(node)) === 'none' || reading.isLeftOut(node, item)) continue
    const within = reading.inherited(node, inner)
    if (node === list) {
      item.close()
      readList(node, within, { reading, story: item.story })
    } else {
      item.endLine()
      readItem(node, within, { reading, item })
      item.endLine()
    }
  }
}

/** Adds a paragraph of Word that is an item of a list. False for any other. */
export function readWordItem(
  paragraph: Element,
  inner: Inherited,
  { reading, story }: { reading: Reading; story: PastedStory },
): boolean {
  const item = wordItem(paragraph, reading.styles)
  if (!item) return false
  item.marker?.remove()
  const text = reading.oneText(paragraph, inner)
  if (text.line.hasWords) story.addItem(text.text, item)
  return true
}
