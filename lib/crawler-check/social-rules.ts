import type { CrawledPage, PageKind } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ARTICLE, absoluteUrl, answerWords, type Fault, type Rule } from '@/lib/crawler-check/rule'
import { visibleText } from '@/lib/text/visible-text'

const SHARED: readonly PageKind[] = ['front', 'list', 'author', 'article', 'paper']
const CARD_PX = { width: 1200, height: 630 } // usual size of a card (R22)
/** The height of a picture may differ from the declared one by this share. */
const TOLERANCE = 0.02

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]
const contentOf = ({ head }: CrawledPage, property: string) => head.properties.get(property)?.[0]?.trim() ?? ''

/** Rules for the metadata for social networks. */
export const SOCIAL_RULES: Rule[] = [
  {
    id: 'social/complete',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: SHARED,
    mendedIn: null,
    requirement: 'A shared page has a title, a type, an address, a description and the name of the paper.',
    faults: (page) => {
      const missing = ['og:title', 'og:type', 'og:url', 'og:description', 'og:site_name'].filter(
        (property) => !contentOf(page, property),
      )
      return missing.length
        ? fault(
            `Social networks are not told ${missing.join(', ')}.`,
            'Fill in the headline and the standfirst; the rest comes by itself.',
          )
        : []
    },
  },
  {
    id: 'social/type',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A story is shared as an article.',
    faults: (page) =>
      contentOf(page, 'og:type') === 'article'
        ? []
        : fault('Social networks are not told that this is an article.', 'Give it og:type article.'),
  },
  {
    id: 'social/address',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: SHARED,
    mendedIn: null,
    requirement: 'The shared address is the canonical one.',
    faults: (page) => {
      const [canonical] = page.head.canonicals
      const url = contentOf(page, 'og:url')
      return !url || !canonical || url === canonical
        ? []
        : fault(`What is shared leads to ${url}, but the page stands at ${canonical}.`, 'Share the canonical address.')
    },
  },
  {
    id: 'social/same-words',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The shared title and description match those of the page.',
    faults: (page) => {
      const title = visibleText(contentOf(page, 'og:title'))
      const titles = [page.head.titles[0] ?? '', ...(page.head.names.get('twitter:title') ?? [])].map(visibleText)
      const wrong = titles.find((other) => title && !other.startsWith(title) && !title.startsWith(other))
      if (wrong !== undefined)
        return fault(
          `The page is called ${quoteText(wrong)} but shared as ${quoteText(title)}.`,
          'Write one title for search engines.',
        )
      const description = visibleText(contentOf(page, 'og:description'))
      const [own = ''] = (page.head.names.get('description') ?? []).map(visibleText)
      return description && own && description !== own
        ? fault('The page is described in one way and shared in another.', 'Write one description for search engines.')
        : []
    },
  },
  {
    id: 'social/card',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A story is shared with a large picture.',
    faults: (page) =>
      page.head.names.get('twitter:card')?.[0] === 'summary_large_image'
        ? []
        : fault('The card of the story is not asked to be large.', 'Give it twitter:card summary_large_image.'),
  },
  {
    id: 'social/picture',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A story is shared with a picture that has an absolute URL, a size and an alt text.',
    faults: (page, { siteUrl }) => {
      const image = contentOf(page, 'og:image')
      if (!image)
        return fault(
          'The story is shared without a picture.',
          'Choose a lead image; without one the site draws a card.',
        )
      if (!image.startsWith(`${siteUrl}/`))
        return fault(`The picture ${quoteText(image)} is not a whole address of this site.`, 'Let the site serve it.')
      const missing = ['og:image:width', 'og:image:height', 'og:image:alt'].filter(
        (property) => !contentOf(page, property),
      )
      return missing.length
        ? fault(`The picture that is shared lacks ${missing.join(', ')}.`, 'Describe the lead image.')
        : []
    },
  },
  {
    id: 'social/picture-size',
    family: 'head',
    severity: 'advice',
    source: 'R5, R22',
    on: ARTICLE,
    mendedIn: 'leadMediaId',
    requirement: 'The shared picture is at least 1,200 pixels wide and 630 high.',
    faults: (page) => {
      const width = Number(contentOf(page, 'og:image:width'))
      const height = Number(contentOf(page, 'og:image:height'))
      if (!width || !height || (width >= CARD_PX.width && height >= CARD_PX.height)) return []
      return fault(
        `The picture that is shared has ${width} × ${height} pixels.`,
        `Choose a lead image of at least ${CARD_PX.width} × ${CARD_PX.height}.`,
      )
    },
  },
  {
    id: 'social/picture-answers',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: SHARED,
    mendedIn: null,
    requirement: 'The shared picture answers 200 and has the size that the page declares.',
    faults: (page, { addresses }) => {
      const image = contentOf(page, 'og:image')
      const address = addresses.get(absoluteUrl(image, page) ?? '')
      if (!image || !address) return []
      if (address.status !== 200)
        return fault(`The picture that is shared ${answerWords(address.status)}.`, 'Choose the lead image anew.')
      const [width, height] = [Number(contentOf(page, 'og:image:width')), Number(contentOf(page, 'og:image:height'))]
      if (!address.widthPx || !address.heightPx || !width || !height) return []
      const isRight = address.widthPx === width && Math.abs(address.heightPx - height) <= height * TOLERANCE
      return isRight
        ? []
        : fault(
            `The picture that is shared has ${address.widthPx} × ${address.heightPx} pixels, not ${width} × ${height} as promised.`,
            'Choose the lead image anew.',
          )
    },
  },
  {
    id: 'social/section',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A shared story names its section and its authors.',
    faults: (page) => {
      const missing = ['article:section', 'article:author'].filter((property) => !contentOf(page, property))
      return missing.length
        ? fault(`Social networks are not told ${missing.join(' and ')}.`, 'Choose a section and a byline.')
        : []
    },
  },
]
