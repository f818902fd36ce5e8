import { type BodyElement, plainText, type SoughtStory, type Span, type Text } from '@/lib/article/body'

/** Longer lines are prose that happens to begin like a block. */
const MAX_HEADLINE_LENGTH = 250
/** A block without links names at most as many stories as the paper's own. */
const MAX_PLAIN_HEADLINES = 4

const SEPARATOR = '[:|–—-]'
const ALSO_READ = new RegExp(`^\\s*(?:also\\s+read|read\\s+also)\\s*(${SEPARATOR}*)\\s*`, 'iu')
const RELATED_NEWS = new RegExp(`^\\s*related\\s+(?:news|stories|articles)\\s*(${SEPARATOR}*)\\s*`, 'iu')

/**
 * Recognizes the two blocks of a paper in pasted text: a paragraph `Also read:` with a headline becomes an also-read, and
 * `Related News |` with headlines, on its line, in a list, or in the lines below, becomes a related-news block. Label and
 * headline may be bold or linked in any way. The stories are still sought. `afterBlank` holds the places of elements with
 * a blank line before them, where the source has blank lines: those end the headlines.
 */
export function withLinkBlocks(
  elements: readonly BodyElement[],
  afterBlank: ReadonlySet<number> | null = null,
): BodyElement[] {
  const found: BodyElement[] = []
  for (let place = 0; place < elements.length; ) {
    const read = alsoRead(elements, place) ?? relatedNews(elements, place, afterBlank)
    const element = elements[place]
    if (read) found.push(...read.blocks)
    else if (element) found.push(element)
    place += read?.length ?? 1
  }
  return found
}

/** The blocks that stand for this many elements. */
interface Recognized {
  blocks: BodyElement[]
  length: number
}

function alsoRead(elements: readonly BodyElement[], place: number): Recognized | null {
  const element = elements[place]
  if (element?.type === 'list') {
    const all = element.items.map((item) => headlinesBehind(item, ALSO_READ))
    return all.every((stories) => stories?.length)
      ? { blocks: all.flatMap((one) => (one ?? []).map(toAlsoRead)), length: 1 }
      : null
  }
  if (element?.type !== 'paragraph' && element?.type !== 'heading') return null
  const onLine = headlinesBehind(element.text, ALSO_READ)
  if (!onLine) return null
  if (onLine.length) return { blocks: onLine.map(toAlsoRead), length: 1 }
  const next = elements[place + 1]
  const below =
    next?.type === 'list' ? next.items.map(headline) : next?.type === 'paragraph' ? [headline(next.text)] : []
  const stories = below.filter((story) => story !== null)
  return stories.length && stories.length === below.length ? { blocks: stories.map(toAlsoRead), length: 2 } : null
}

function relatedNews(
  elements: readonly BodyElement[],
  place: number,
  afterBlank: ReadonlySet<number> | null,
): Recognized | null {
  const element = elements[place]
  if (element?.type !== 'paragraph' && element?.type !== 'heading') return null
  const onLine = headlinesBehind(element.text, RELATED_NEWS)
  if (!onLine) return null
  if (onLine.length) return { blocks: [toRelatedNews(onLine)], length: 1 }
  const next = elements[place + 1]
  if (next?.type === 'list') {
    const stories = next.items.map(headline)
    return stories.every((story) => story !== null) ? { blocks: [toRelatedNews(stories)], length: 2 } : null
  }
  const stories: SoughtStory[] = []
  for (let at = place + 1; at < elements.length; at++) {
    const line = elements[at]
    const story = line?.type === 'paragraph' ? headline(line.text) : null
    const isFurther = stories.length > 0
    if (!story || (isFurther && afterBlank?.has(at))) break
    // Behind headlines with links, a line without one is the story going on.
    const isLinked = (one: SoughtStory | undefined) => one?.url !== undefined
    if (isFurther && isLinked(stories[0]) !== isLinked(story)) break
    if (!isLinked(story) && stories.length === MAX_PLAIN_HEADLINES) break
    stories.push(story)
  }
  return stories.length ? { blocks: [toRelatedNews(stories)], length: 1 + stories.length } : null
}

/**
 * The headlines behind a label on its line; empty when the label is all of the line, null when the line does not begin
 * with it. Without a sign behind the label, what follows has to be a link: "Also read the minutes" is a sentence.
 */
function headlinesBehind(text: Text, label: RegExp): SoughtStory[] | null {
  const words = plainText(text)
  const [lead, sign] = label.exec(words) ?? []
  if (lead === undefined) return null
  const rest = behind(text, lead.length)
  if (!plainText(rest).trim()) return []
  const links = linksIn(rest)
  const isAllLinks = rest.every((span) => span.link || !/[\p{L}\p{N}]/u.test(span.text))
  if (!sign && !(isAllLinks && links.length && /\s$/.test(lead))) return null
  if (links.length && isAllLinks) return links
  const parts = label === RELATED_NEWS ? plainText(rest).split(/\s+\|\s+/) : [plainText(rest)]
  const stories = parts.map((part) => part.trim()).filter(Boolean)
  if (stories.some((part) => part.length > MAX_HEADLINE_LENGTH)) return null
  const [url] = links.map((link) => link.url)
  return stories.map((part) => ({ words: part, ...(url && stories.length === 1 && { url }) }))
}

/** The headline that a whole line is: a link, or short words that are no sentence; null for anything else. */
function headline(text: Text): SoughtStory | null {
  const words = plainText(text)
    .replace(/^\s*[-–•*·▪]\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (!words || words.length > MAX_HEADLINE_LENGTH) return null
  const [link] = linksIn(text)
  if (link?.url && link.words.length >= words.length - 2) return { words, url: link.url }
  return /[.;:,]$/u.test(words) ? null : { words }
}

/** Links with their words; neighbours with one target are one link. */
function linksIn(text: Text): SoughtStory[] {
  const links: { words: string; url: string }[] = []
  let open = false
  for (const { text: words, link } of text) {
    const url = link?.to === 'web' && /^https?:/i.test(link.href) ? link.href : null
    const last = links.at(-1)
    if (url && open && last?.url === url) last.words += words
    else if (url) links.push({ words, url })
    open = url !== null
  }
  return links
    .map(({ words, url }) => ({ words: words.replace(/\s+/gu, ' ').trim(), url }))
    .filter(({ words }) => words)
}

/** The text without its first `length` characters. */
function behind(text: Text, length: number): Span[] {
  let left = length
  return text.flatMap((span) => {
    const words = span.text.slice(left)
    left = Math.max(0, left - span.text.length)
    return words ? [{ ...span, text: words }] : []
  })
}

function toAlsoRead(story: SoughtStory): BodyElement {
  return { type: 'also-read', id: '', target: { kind: 'sought', ...story } }
}

function toRelatedNews(sought: SoughtStory[]): BodyElement {
  return { type: 'related-news', id: '', articles: [], sought }
}
