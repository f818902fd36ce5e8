import { REQUIRED_PAGE_PATHS } from '@/lib/addresses/paths'
import { carriesPaperName, carriesPaperNameWords } from '@/lib/article/paper-label'
import { articleMarkup, type Thing, textsOf, typesOf } from '@/lib/crawler-check/article-markup'
import { type CrawledPage, elementsNamed, textOf } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ARTICLE, absoluteUrl, answerWords, type Fault, isUnlisted, PRESENT, type Rule } from '@/lib/crawler-check/rule'
import { visibleText } from '@/lib/text/visible-text'
import { HOUR_MS } from '@/lib/time/durations'

const MAX_HEADLINE_CHARACTERS = 110 // Article structured data: headline (R3)
const NARROWEST_LEAD_PX = 1200 // Discover: large images (R5)
const NEWS_SITEMAP_MAX_AGE_HOURS = 48 // Google news sitemap: last two days (R1)
/** The sitemap may be this much older than the page that is checked. */
const TURNING_MS = 10 * 60_000
/** Types that are not news reports and must be labelled (R18). */
const LABELLED_TYPES =
  /^(?:OpinionNewsArticle|AnalysisNewsArticle|ReviewNewsArticle|AdvertiserContentArticle|SatiricalArticle)$/

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** Rules of news aggregators. */
export const NEWS_RULES: Rule[] = [
  {
    id: 'news/byline',
    family: 'news',
    severity: 'error',
    source: 'R18',
    on: ARTICLE,
    mendedIn: 'bylines',
    requirement: 'A story names its authors, both on the page and in structured data.',
    faults: (page) => {
      const authors = authorsIn(articleMarkup(page))
      if (!authors.length) return fault('Nobody is named as the author.', 'Add a byline.')
      const story = page.tags
        .filter(({ name }) => name === 'article')
        .map(textOf)
        .join(' ')
      const unnamed = authors.find((name) => !story.includes(visibleText(name)))
      return unnamed
        ? fault(
            `Machines are told that ${quoteText(unnamed)} wrote the story, readers are not.`,
            'Show every byline on the page.',
          )
        : []
    },
  },
  {
    id: 'news/profile',
    family: 'news',
    severity: 'advice',
    source: 'R18, R3',
    on: ARTICLE,
    mendedIn: 'bylines',
    requirement: 'A byline links to the page of its author.',
    faults: (page) => {
      const linked = elementsNamed(page, 'a').some(
        ({ attribs }) => /\bauthor\b/.test(attribs.rel ?? '') && attribs.href,
      )
      return linked
        ? []
        : fault(
            'No byline leads to a page about its author.',
            'Choose an author of the paper as byline, or give this one a page.',
          )
    },
  },
  {
    id: 'news/profile-answers',
    family: 'news',
    severity: 'error',
    source: 'R18',
    on: ARTICLE,
    mendedIn: 'bylines',
    requirement: 'The page of an author answers 200.',
    faults: (page, { addresses }) =>
      elementsNamed(page, 'a').flatMap((tag) => {
        if (!/\bauthor\b/.test(tag.attribs.rel ?? '')) return []
        const status = addresses.get(absoluteUrl(tag.attribs.href ?? '', page) ?? '')?.status ?? 200
        return status === 200
          ? []
          : fault(`The page about ${quoteText(textOf(tag))} ${answerWords(status)}.`, 'Choose the byline anew.')
      }),
  },
  {
    id: 'news/label',
    family: 'news',
    severity: 'error',
    source: 'R18',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A story that is not a report shows its kind.',
    faults: (page) => {
      const markup = articleMarkup(page)
      const labelled = markup && typesOf(markup).some((type) => LABELLED_TYPES.test(type))
      return !labelled || page.tags.some(({ attribs }) => attribs['data-kind'])
        ? []
        : fault('The story is not a news report, and its readers are not told.', 'Show its kind above the headline.')
    },
  },
  {
    id: 'news/policies',
    family: 'news',
    severity: 'error',
    source: 'R18, R19',
    on: PRESENT,
    mendedIn: null,
    requirement: 'Every page links to the pages about the paper, its contact and its ethics.',
    faults: (page, { siteUrl }) => {
      const linked = new Set(elementsNamed(page, 'a').map(({ attribs }) => absoluteUrl(attribs.href ?? '', page)))
      const missing = REQUIRED_PAGE_PATHS.filter((path) => !linked.has(siteUrl + path))
      return missing.length
        ? fault(`The page does not lead to ${missing.join(', ')}.`, 'Link to it in the footer.')
        : []
    },
  },
  {
    id: 'news/headline-length',
    family: 'news',
    severity: 'advice',
    source: 'R3',
    on: ARTICLE,
    mendedIn: 'headline',
    requirement: 'A headline has at most 110 characters.',
    faults: (page) => {
      const characters = [...headlineOf(page)].length
      return characters <= MAX_HEADLINE_CHARACTERS
        ? []
        : fault(
            `The headline has ${characters} characters; search engines show at most ${MAX_HEADLINE_CHARACTERS}.`,
            'Shorten it.',
          )
    },
  },
  {
    id: 'news/headline-alone',
    family: 'news',
    severity: 'error',
    source: 'R1',
    on: ARTICLE,
    mendedIn: 'headline',
    requirement: 'A headline does not begin or end with the name of the paper as a label.',
    faults: (page, { paper }) => {
      if (paper === null || !carriesPaperName(headlineOf(page), paper)) return []
      const [message, remedy] = carriesPaperNameWords(paper)
      return fault(message, remedy)
    },
  },
  {
    id: 'news/picture',
    family: 'news',
    severity: 'advice',
    source: 'R5',
    on: ARTICLE,
    mendedIn: 'leadMediaId',
    requirement: 'A story has a picture at least 1,200 pixels wide for previews.',
    faults: ({ head }) => {
      const width = Number(head.properties.get('og:image:width')?.[0] ?? 0)
      return width >= NARROWEST_LEAD_PX
        ? []
        : fault(
            'The story has no picture that is shown large.',
            `Choose a lead image of at least ${NARROWEST_LEAD_PX} pixels.`,
          )
    },
  },
  {
    id: 'news/sitemap',
    family: 'news',
    severity: 'error',
    source: 'R1',
    on: ARTICLE,
    mendedIn: null,
    requirement:
      'The news sitemap lists a story for exactly 48 hours, with its date of publication, unless it must not be listed.',
    faults: (page, { newsSitemap, now }) => {
      const published = Date.parse(page.head.properties.get('article:published_time')?.[0] ?? '')
      const [address = page.url] = page.head.canonicals
      if (!newsSitemap || Number.isNaN(published)) return []
      const listedAs = newsSitemap.get(address)
      const isListed = listedAs !== undefined
      const age = now.getTime() - published
      const limit = NEWS_SITEMAP_MAX_AGE_HOURS * HOUR_MS
      if (isUnlisted(page))
        return isListed
          ? fault('The story is not to be listed, and yet in the news sitemap.', 'Leave it out there.')
          : []
      if (age < limit - TURNING_MS && !isListed)
        return fault(
          'The story is new, and the news sitemap does not list it.',
          'Look again in a minute; if it stays so, report it.',
        )
      if (isListed && Date.parse(listedAs) !== published) {
        return fault(
          `The news sitemap says that the story is from ${listedAs}, which is not what the story says.`,
          'Look again in a minute; if it stays so, report it.',
        )
      }
      return age > limit + TURNING_MS && isListed
        ? fault(
            'The story is older than 48 hours, and the news sitemap still lists it.',
            'Look again in a minute; if it stays so, report it.',
          )
        : []
    },
  },
]

function headlineOf(page: CrawledPage): string {
  const [heading] = elementsNamed(page, 'h1')
  return heading ? textOf(heading) : ''
}

/** The names of the authors in the structured data. */
function authorsIn(markup: Thing | null): string[] {
  return [markup?.author].flat().flatMap((author) => {
    const name = typeof author === 'object' && author !== null ? textsOf(author as Thing, 'name') : ''
    return name ? [name] : []
  })
}
