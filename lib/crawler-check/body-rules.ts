import { decodeSegment } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'
import { articleMarkup, textsOf } from '@/lib/crawler-check/article-markup'
import { type CrawledPage, closest, elementsNamed, type Tag, textOf } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ALL_KINDS, ARTICLE, absoluteUrl, answerWords, type Fault, PRESENT, type Rule } from '@/lib/crawler-check/rule'
import { usableLanguage } from '@/lib/paper/language'
import { isBlank, visibleText } from '@/lib/text/visible-text'

/** Shorter stories are seldom listed as news (R4). */
const MIN_WORDS = 80
/** Characters of one element in which words are counted: enough for MIN_WORDS words of any language. */
const MAX_COUNTED_LENGTH = 4000
const TOLERANCE = 0.02
const OWN_SCRIPTS = '/assets/'

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** Rules for the body of a page, as clients without scripts get it. */
export const BODY_RULES: Rule[] = [
  {
    id: 'body/one-h1',
    family: 'body',
    severity: 'error',
    source: 'R21 (1.3.1, 2.4.6)',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page has exactly one h1, and it is not empty.',
    faults: (page) => {
      const headings = elementsNamed(page, 'h1')
      if (headings.length !== 1)
        return fault(
          `The page has ${headings.length || 'no'} main heading${headings.length > 1 ? 's' : ''}.`,
          'Write a headline; in the text, begin with headings of the second level.',
        )
      return headings.some((heading) => !textOf(heading))
        ? fault('The main heading has no words.', 'Write a headline.')
        : []
    },
  },
  {
    id: 'body/headline',
    family: 'body',
    severity: 'error',
    source: 'R3',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The h1 of a story equals the headline in its structured data.',
    faults: (page) => {
      const [heading] = elementsNamed(page, 'h1')
      const inMarkup = visibleText(textsOf(articleMarkup(page), 'headline'))
      if (!heading || !inMarkup || textOf(heading) === inMarkup) return []
      return fault(
        `Readers see the headline ${quoteText(textOf(heading))}, machines ${quoteText(inMarkup)}.`,
        'Tell both the same; a title for search engines belongs into its own field.',
      )
    },
  },
  {
    id: 'body/words',
    family: 'body',
    severity: 'error',
    source: 'R24',
    on: ARTICLE,
    mendedIn: 'body',
    requirement: 'The HTML of a story contains its text.',
    faults: (page) =>
      wordCount(page)
        ? []
        : fault(
            'The page holds no text of the story.',
            'Write it; if it is written, the page was sent before it was complete.',
          ),
  },
  {
    id: 'body/enough-words',
    family: 'body',
    severity: 'advice',
    source: 'R4',
    on: ARTICLE,
    mendedIn: 'body',
    requirement: 'A story has at least 80 words.',
    faults: (page) => {
      const count = wordCount(page)
      return count && count < MIN_WORDS
        ? fault(`The story has ${count} words.`, 'Say more; very short stories are seldom listed as news.')
        : []
    },
  },
  {
    id: 'body/main',
    family: 'body',
    severity: 'error',
    source: 'R21 (2.4.1)',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page has exactly one main element.',
    faults: (page) => {
      const count = elementsNamed(page, 'main').length
      return count === 1 ? [] : fault(`The page has ${count || 'no'} main part${count > 1 ? 's' : ''}.`, 'Give it one.')
    },
  },
  {
    id: 'body/ids',
    family: 'body',
    severity: 'error',
    source: 'HTML 3.2.6',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'No id occurs twice on a page.',
    faults: ({ tags }) => {
      const ids = tags.flatMap(({ attribs }) => attribs.id ?? [])
      const twice = ids.find((id, place) => ids.indexOf(id) !== place)
      return twice === undefined
        ? []
        : fault(`Two places of the page bear the name ${quoteText(twice)}.`, 'Rename one of them.')
    },
  },
  {
    id: 'body/picture-words',
    family: 'body',
    severity: 'error',
    source: 'R21 (1.1.1)',
    on: ALL_KINDS,
    mendedIn: 'body',
    requirement: 'Every picture has an alt attribute, and the alt text of a picture of the story is not empty.',
    faults: (page) => {
      const withoutAlt = elementsNamed(page, 'img').find(({ attribs }) => attribs.alt === undefined)
      if (withoutAlt)
        return fault(
          `The picture ${quoteText(withoutAlt.attribs.src ?? '')} has no alt text.`,
          'Describe what it shows.',
        )
      const figure = elementsNamed(page, 'img').find((tag) => isBlank(tag.attribs.alt ?? '') && isOfStory(tag))
      return figure
        ? fault(
            `A picture of the story, ${quoteText(figure.attribs.src ?? '')}, has no alt text.`,
            'Describe what it shows.',
          )
        : []
    },
  },
  {
    id: 'body/picture-size',
    family: 'body',
    severity: 'error',
    source: 'R6 (CLS)',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'Every picture has a width and a height, so that nothing moves when it loads.',
    faults: (page) => {
      const unsized = elementsNamed(page, 'img').find(
        ({ attribs: { width, height } }) => !(Number(width) > 0 && Number(height) > 0),
      )
      return unsized
        ? fault(
            `The picture ${quoteText(unsized.attribs.src ?? '')} does not tell its size.`,
            'Give it width and height.',
          )
        : []
    },
  },
  {
    id: 'body/pictures-answer',
    family: 'body',
    severity: 'error',
    source: 'R3, R5',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'Every picture on the page answers 200 and has the size that the page declares.',
    faults: (page, { addresses }) =>
      picturesOn(page).flatMap(({ href, widthPx, ratio }) => {
        const address = addresses.get(absoluteUrl(href, page) ?? '')
        if (!address) return []
        if (address.status !== 200)
          return fault(
            `The picture ${quoteText(href)} ${answerWords(address.status)}.`,
            'Take it out, or upload it anew.',
          )
        if (!address.widthPx || !address.heightPx) return []
        const isWide = widthPx === null || address.widthPx === widthPx
        const isShaped = ratio === null || Math.abs(address.widthPx / address.heightPx / ratio - 1) <= TOLERANCE
        return isWide && isShaped
          ? []
          : fault(
              `The picture ${quoteText(href)} has ${address.widthPx} × ${address.heightPx} pixels, which is not what the page promises.`,
              'Upload it anew.',
            )
      }),
  },
  {
    id: 'body/links-real',
    family: 'body',
    severity: 'error',
    source: 'R11, R21 (2.4.4)',
    on: ALL_KINDS,
    mendedIn: 'body',
    requirement: 'Every link has a valid target and a text.',
    faults: (page) => {
      const ids = new Set(page.tags.flatMap(({ attribs }) => attribs.id ?? []))
      return elementsNamed(page, 'a').flatMap((tag) => {
        const { href } = tag.attribs
        const name = quoteText(nameOf(tag) || (href ?? ''))
        if (!href?.trim() || href === '#' || /^javascript:/i.test(href))
          return fault(`The link ${name} leads nowhere.`, 'Give it an address, or take it out.')
        if (!parseUrl(href, page.url))
          return fault(`The link ${name} leads to ${quoteText(href)}, which is no address.`, 'Write the address anew.')
        if (href.startsWith('#') && !ids.has(decodeSegment(href.slice(1)) ?? ''))
          return fault(
            `The link ${name} leads to a place that the page does not have.`,
            'Give it an address, or take it out.',
          )
        return nameOf(tag) ? [] : fault(`A link to ${quoteText(href)} has no words.`, 'Write what it leads to.')
      })
    },
  },
  {
    id: 'body/links-answer',
    family: 'body',
    severity: 'error',
    source: 'R10',
    on: PRESENT,
    mendedIn: 'body',
    requirement: 'Every link to a page of this site outside the blocks answers 2xx or 3xx.',
    faults: (page, { addresses, siteUrl }) =>
      ownLinks(page, siteUrl)
        .filter(({ tag }) => !isInBlock(tag))
        .flatMap(({ tag, address }) => {
          const status = addresses.get(address)?.status
          return status === undefined || isFound(status)
            ? []
            : fault(
                `The link ${quoteText(nameOf(tag))} leads to ${address}, which ${answerWords(status)}.`,
                'Link to another story, or take the link out.',
              )
        }),
  },
  {
    id: 'body/links-straight',
    family: 'body',
    severity: 'advice',
    source: 'R10',
    on: PRESENT,
    mendedIn: 'body',
    requirement: 'No link to a page of this site is redirected.',
    faults: (page, { addresses, siteUrl }) =>
      ownLinks(page, siteUrl).flatMap(({ tag, address }) => {
        const status = addresses.get(address)?.status ?? 200
        return status >= 300 && status < 400
          ? fault(
              `The link ${quoteText(nameOf(tag))} leads to an old address.`,
              'Link to the story itself, so that the link follows it.',
            )
          : []
      }),
  },
  {
    id: 'body/blocks',
    family: 'body',
    severity: 'error',
    source: 'promise: also-read and related targets answer 200',
    on: ARTICLE,
    mendedIn: 'body',
    requirement:
      'Every also-read and related-news block links to at least one story, and every story in it answers 200.',
    faults: (page, { addresses, siteUrl }) => {
      const empty = page.tags.some(
        (tag) =>
          isBlock(tag) &&
          !page.tags.some(
            (inner) => inner.name === 'a' && inner.attribs.href && closest(inner, (above) => above === tag),
          ),
      )
      if (empty) return fault('A block between the paragraphs names no story.', 'Choose one, or take the block out.')
      return ownLinks(page, siteUrl)
        .filter(({ tag }) => isInBlock(tag))
        .flatMap(({ tag, address }) => {
          const status = addresses.get(address)?.status ?? 200
          return status === 200
            ? []
            : fault(`The block names ${quoteText(nameOf(tag))}, which ${answerWords(status)}.`, 'Choose another story.')
        })
    },
  },
  {
    id: 'body/scripts',
    family: 'body',
    severity: 'error',
    source: 'R24',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page runs no script but the files below /assets/: no inline script and no event handler attribute.',
    faults: (page) => {
      const foreign = elementsNamed(page, 'script').find(({ attribs: { src, type } }) =>
        src === undefined ? type !== 'application/ld+json' : !src.startsWith(OWN_SCRIPTS),
      )
      if (foreign)
        return fault(
          `The page runs ${foreign.attribs.src ? quoteText(foreign.attribs.src) : 'a script in its own words'}.`,
          'Take it out; what readers need is in the page itself.',
        )
      const handler = page.tags.flatMap(({ name, attribs }) =>
        Object.keys(attribs)
          .filter((key) => key.startsWith('on'))
          .map((key) => `${key} of <${name}>`),
      )[0]
      return handler ? fault(`The page runs words in the attribute ${handler}.`, 'Take them out.') : []
    },
  },
  {
    id: 'body/own-host',
    family: 'body',
    severity: 'error',
    source: 'promise: no third-party hosts',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page loads nothing from another host.',
    faults: (page, { siteUrl }) => {
      const foreign = loadedBy(page).find((address) => {
        const url = parseUrl(address, page.url)
        return url !== null && /^https?:$/.test(url.protocol) && url.origin !== siteUrl
      })
      return foreign === undefined
        ? []
        : fault(
            `The page loads ${quoteText(foreign)} from another host, which learns who reads it.`,
            'Upload it here, or link to it.',
          )
    },
  },
]

/** The number of words in the text of a story, without headline, captions and blocks; at most MIN_WORDS. */
function wordCount(page: CrawledPage): number {
  const segmenter = new Intl.Segmenter(usableLanguage(page.language), { granularity: 'word' })
  let count = 0
  for (const tag of page.tags) {
    if (!isText(tag)) continue
    for (const { isWordLike } of segmenter.segment(textOf(tag).slice(0, MAX_COUNTED_LENGTH))) {
      if (isWordLike) count += 1
      if (count >= MIN_WORDS) return count
    }
  }
  return count
}

function isText(tag: Tag): boolean {
  if (!/^(?:p|li|td|th|h2|h3|dd)$/.test(tag.name) || !closest(tag, ({ name }) => name === 'article')) return false
  const isAround = ({ name, attribs }: Tag) =>
    /^(?:header|nav|figure|aside)$/.test(name) || attribs['data-part'] !== undefined || attribs.id === 'corrections'
  return (
    !closest(tag, isAround) &&
    !inside(tag).some(({ name, attribs }) => name === 'p' || name === 'time' || attribs.rel === 'author')
  )
}

function inside(tag: Tag): Tag[] {
  return tag.children.flatMap((child) => ('attribs' in child ? [child as Tag, ...inside(child as Tag)] : []))
}

function isOfStory(tag: Tag): boolean {
  return (
    closest(tag, ({ name }) => name === 'figure') !== null &&
    closest(tag, ({ name }) => name === 'article') !== null &&
    !closest(tag, ({ name }) => name === 'a')
  )
}

interface ShownPicture {
  href: string
  /** The width that the page promises; null when it promises none. */
  widthPx: number | null
  /** Width by height as the page lays it out; null when unknown. */
  ratio: number | null
}

/** Every file of every picture on the page, once. */
export function picturesOn(page: CrawledPage): ShownPicture[] {
  const pictures = new Map<string, ShownPicture>()
  for (const tag of elementsNamed(page, 'img', 'source')) {
    const picture =
      tag.name === 'img'
        ? tag
        : tag.parent && 'children' in tag.parent
          ? inside(tag.parent as Tag).find(({ name }) => name === 'img')
          : undefined
    const [width, height] = [Number(picture?.attribs.width), Number(picture?.attribs.height)]
    const ratio = width > 0 && height > 0 ? width / height : null
    for (const part of (tag.attribs.srcset ?? '').split(',')) {
      const [href, size = ''] = part.trim().split(/\s+/)
      if (href) pictures.set(href, { href, widthPx: /^\d+w$/.test(size) ? Number(size.slice(0, -1)) : null, ratio })
    }
    const { src } = tag.attribs
    if (src && !pictures.has(src)) pictures.set(src, { href: src, widthPx: null, ratio })
  }
  return [...pictures.values()]
}

/** The links to pages of this site with their absolute URLs, without links to places on the same page. */
export function ownLinks(page: CrawledPage, siteUrl: string): { tag: Tag; address: string }[] {
  return elementsNamed(page, 'a').flatMap((tag) => {
    const address = absoluteUrl(tag.attribs.href ?? '', page)
    return address !== null && new URL(address).origin === siteUrl && !tag.attribs.href?.startsWith('#')
      ? [{ tag, address }]
      : []
  })
}

/** The accessible name of a link: its text, its label, or the alt text of a picture in it; empty without one. */
function nameOf(tag: Tag): string {
  const pictures = inside(tag).flatMap(({ attribs }) => [attribs.alt, attribs['aria-label']])
  return [textOf(tag), tag.attribs['aria-label'], ...pictures].find((words) => words?.trim()) ?? ''
}

function isBlock({ attribs }: Tag): boolean {
  return attribs['data-element'] === 'also-read' || attribs['data-element'] === 'related-news'
}

function isInBlock(tag: Tag): boolean {
  return closest(tag, isBlock) !== null
}

/** Whether a status is 2xx or 3xx. Rule body/links-straight reports redirects. */
function isFound(status: number): boolean {
  return status >= 200 && status < 400
}

/** The addresses that a browser fetches to show the page. */
function loadedBy(page: CrawledPage): string[] {
  return page.tags.flatMap(({ name, attribs }) => {
    const { src, srcset = '', poster, href, rel = '', data } = attribs
    const sets = srcset.split(',').map((part) => part.trim().split(/\s+/)[0])
    const isLoaded =
      name === 'link' &&
      /\b(?:stylesheet|icon|preload|prefetch|preconnect|dns-prefetch|manifest|modulepreload)\b/.test(rel)
    return [src, poster, data, ...sets, isLoaded ? href : undefined].filter(
      (address) => address !== undefined && address !== '',
    )
  }) as string[]
}
