import { parseUrl } from '@/lib/addresses/url'
import type { BodyElement, ElementOf, SoughtStory, Text } from '@/lib/article/body'
import { embedAt } from '@/lib/article/embed-address'
import { pastedHref } from './pasted-link'
import { isList, wholeNumber } from './source-elements'

/** How parts of an element are read. */
interface ReadParts {
  text: (part: Element) => Text
  lists: (part: Element) => ElementOf<'list'>[]
}

/**
 * The element that a part of a reader's page shows, by the marks that the page has for it; null for anything else. Live
 * references are stories that are still sought: their addresses say which.
 */
export function ownElement(part: Element, origin: string, read: ReadParts): BodyElement | null {
  switch (part.getAttribute('data-element')) {
    case 'also-read': {
      const link = part.querySelector('a')
      const story = link && soughtIn(link, origin)
      if (!story) return null
      const isOutside = /\bexternal\b/.test(link.getAttribute('rel') ?? '')
      return isOutside && story.url
        ? { type: 'also-read', id: '', target: { kind: 'external', url: story.url, label: story.words } }
        : { type: 'also-read', id: '', target: { kind: 'sought', ...story } }
    }
    case 'related-news': {
      const sought = [...part.querySelectorAll('li a')].flatMap((link) => soughtIn(link, origin) ?? [])
      return sought.length ? { type: 'related-news', id: '', articles: [], sought } : null
    }
    case 'pull-quote': {
      const [words, who] = [...part.querySelectorAll('p')].map((line) => line.textContent?.trim() ?? '')
      return words ? { type: 'pull-quote', id: '', text: words, ...(who && { attribution: who }) } : null
    }
    case 'fact-box':
      return factBox(part, read)
    case 'embed': {
      const link = part.querySelector('a[href]')
      const embed = embedAt(link?.getAttribute('href') ?? '')
      const title = link?.lastElementChild?.textContent?.trim() ?? ''
      return embed ? { type: 'embed', id: '', ...embed, title } : null
    }
    case 'live-entry': {
      const heading = part.querySelector('h2, h3')
      const at = Date.parse(part.querySelector('time')?.getAttribute('datetime') ?? '')
      if (!heading || Number.isNaN(at) || at < 0) return null
      return { type: 'heading', id: '', level: heading.localName === 'h3' ? 3 : 2, text: read.text(heading), at }
    }
    case 'gallery': {
      const items = [...part.querySelectorAll('figure[data-picture]')].flatMap((figure) => {
        const shown = ownPicture(figure, origin)
        return shown ? [{ media: shown.media, ...(shown.caption && { caption: shown.caption }) }] : []
      })
      const caption = [...part.children]
        .find(({ localName }) => /^(?:p|figcaption)$/.test(localName))
        ?.textContent?.trim()
      return items.length ? { type: 'gallery', id: '', items, ...(caption && { caption }) } : null
    }
  }
  const shown = part.localName === 'figure' ? ownPicture(part, origin) : null
  return shown && { type: 'image', id: '', ...shown }
}

/** The picture of this paper in a figure; null for pictures of others. */
function ownPicture(figure: Element, origin: string): { media: number; caption?: string; credit?: string } | null {
  const media = wholeNumber(figure.getAttribute('data-picture'))
  const source = parseUrl(figure.querySelector('img')?.getAttribute('src') ?? '', origin)
  if (!media || source?.origin !== origin) return null
  const caption = figure.querySelector('figcaption')
  const credit = caption?.querySelector('span')?.textContent?.trim() ?? ''
  const words = (caption?.textContent?.trim() ?? '').slice(0, credit ? -credit.length : undefined).trim()
  return { media, ...(words && { caption: words }), ...(credit && { credit }) }
}

function factBox(box: Element, { text, lists }: ReadParts): BodyElement | null {
  const [title, ...parts] = box.children
  if (!title) return null
  const elements = parts.flatMap((part): ElementOf<'fact-box'>['elements'] =>
    isList(part) ? lists(part) : [{ type: 'paragraph' as const, id: '', text: text(part) }],
  )
  return { type: 'fact-box', id: '', title: title.textContent?.trim() ?? '', elements }
}

/** The story that a link of a block names: the headline is its second part, behind the label. */
function soughtIn(link: Element, origin: string): SoughtStory | null {
  const isLabelled = /^also\s+read/i.test(link.firstElementChild?.textContent?.trim() ?? '')
  const headline = (isLabelled ? link.children[1] : link.firstElementChild) ?? link
  const words = headline.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  const url = pastedHref(link.getAttribute('href') ?? '', origin)
  return words ? { words, ...(url && /^https?:/.test(url) && { url }) } : null
}
