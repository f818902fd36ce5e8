import { decodeSegment } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'
import { articleMarkup, type Thing, textsOf, thingsOn, typesOf } from '@/lib/crawler-check/article-markup'
import type { CrawledPage } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ARTICLE, type Fault, type Rule } from '@/lib/crawler-check/rule'
import { isBlank } from '@/lib/text/visible-text'

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** Rules for live stories, for reviews, and for stories behind a paywall. */
export const SPECIAL_STORY_RULES: Rule[] = [
  {
    id: 'markup/live-entries',
    family: 'structured-data',
    severity: 'error',
    source: 'R16',
    on: ARTICLE,
    mendedIn: 'body',
    requirement:
      'The structured data of a live story has its start, and for each entry a headline, an instant, a text and an anchor on the page.',
    faults: (page) => {
      const markup = articleMarkup(page)
      if (!markup || !typesOf(markup).includes('LiveBlogPosting')) return []
      if (!textsOf(markup, 'coverageStartTime')) {
        return fault('The live story does not tell when it began.', 'Give its first entry a time.')
      }
      const entries = thingsIn(markup.liveBlogUpdate)
      if (!entries.length) return fault('The live story has no entry.', 'Write one, or choose another kind.')
      return entries.flatMap((entry) => {
        const name = quoteText(textsOf(entry, 'headline') || textsOf(entry, 'url'))
        const missing = ['headline', 'datePublished', 'articleBody', 'url'].filter((key) => !textsOf(entry, key))
        if (missing.length)
          return fault(`The entry ${name} lacks ${missing.join(', ')}.`, 'Write its heading and its words.')
        return isPlaceOn(page, textsOf(entry, 'url'))
          ? []
          : fault(`The entry ${name} is not where its address says.`, 'Give its heading a place of its own.')
      })
    },
  },
  {
    id: 'markup/paywall',
    family: 'structured-data',
    severity: 'error',
    source: 'R7',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A story that is not free names the locked part of the page by a class that exists there.',
    faults: (page) => {
      const markup = articleMarkup(page)
      if (markup?.isAccessibleForFree !== false) return []
      const selectors = thingsIn(markup.hasPart).map((part) => textsOf(part, 'cssSelector'))
      const classes = new Set(page.tags.flatMap(({ attribs }) => (attribs.class ?? '').split(/\s+/)))
      const isRight = (selector: string) => /^\.[\w-]+$/.test(selector) && classes.has(selector.slice(1))
      return selectors.length && selectors.every(isRight)
        ? []
        : fault('The story is said not to be free, but not which part of it.', 'Name the part by its class.')
    },
  },
  {
    id: 'markup/item-reviewed',
    family: 'structured-data',
    severity: 'advice',
    source: 'R27',
    on: ARTICLE,
    mendedIn: 'body',
    requirement: 'The structured data of a review names what is reviewed.',
    faults: (page) => {
      const markup = articleMarkup(page)
      if (!markup || !typesOf(markup).includes('ReviewNewsArticle')) return []
      return thingsIn(markup.itemReviewed).some((thing) => !isBlank(textsOf(thing, 'name')))
        ? []
        : fault(
            'Machines are not told what the review is about.',
            'Set its title in italics in the text, or add a fact box with the title.',
          )
    },
  },
]

function thingsIn(value: unknown): Thing[] {
  return thingsOn({ jsonLd: [value] }).filter((thing) => [value].flat().includes(thing))
}

/** Whether an address without a query leads to an existing id on this page. */
function isPlaceOn({ url, tags }: CrawledPage, address: string): boolean {
  const place = parseUrl(address)
  if (!place) return false
  const { origin, pathname, search, hash } = place
  const own = new URL(url)
  const id = decodeSegment(hash.slice(1))
  return (
    origin + pathname === own.origin + own.pathname && search === '' && tags.some(({ attribs }) => attribs.id === id)
  )
}
