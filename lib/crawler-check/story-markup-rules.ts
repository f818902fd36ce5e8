import { articleMarkup, type Thing, textsOf, thingsOn, typesOf } from '@/lib/crawler-check/article-markup'
import { type CrawledPage, closest, elementsNamed, textOf } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ARTICLE, absoluteUrl, BY_ITSELF, type Fault, type Rule } from '@/lib/crawler-check/rule'
import { visibleText } from '@/lib/text/visible-text'

const MIN_PIXELS = 50_000 // Google, Article structured data: width times height (R3)
const SHAPES = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1 } // the same, R3
const TOLERANCE = 0.02
const NEWS_TYPE =
  /^(?:NewsArticle|(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)NewsArticle|LiveBlogPosting)$/
const STORY_TYPE = /(?:Article|BlogPosting|LiveBlogPosting)$/
const isDefault = (hreflang: string) => hreflang.toLowerCase() === 'x-default'
/** Several names in one, or a name with a label, a title or an address (Google, author markup best practices). */
const NOT_ONE_NAME = /(?:^by\s|\s(?:and|und|et|y|و)\s|[,;&/]|^https?:)/iu

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** Rules for the structured data of a story. */
export const STORY_MARKUP_RULES: Rule[] = [
  {
    id: 'markup/one-story',
    family: 'structured-data',
    severity: 'error',
    source: 'R3',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The structured data of a story page describes exactly one story, as news.',
    faults: (page) => {
      const all = thingsOn(page).filter((thing) => typesOf(thing).some((type) => STORY_TYPE.test(type)))
      // Each entry of a live story is a BlogPosting, which is not another story.
      const entries = all.flatMap((story) => [story.liveBlogUpdate].flat())
      const stories = all.filter((story) => !entries.includes(story))
      if (stories.length !== 1)
        return fault(`Search engines are told of ${stories.length} stories on the page.`, BY_ITSELF)
      return typesOf(stories[0] ?? {}).some((type) => NEWS_TYPE.test(type))
        ? []
        : fault('Search engines are not told that the story is news.', BY_ITSELF)
    },
  },
  {
    id: 'markup/headline',
    family: 'structured-data',
    severity: 'error',
    source: 'R3',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The headline in structured data equals the h1.',
    faults: (page) => {
      const [heading] = elementsNamed(page, 'h1')
      const inMarkup = visibleText(textsOf(articleMarkup(page), 'headline'))
      return heading && inMarkup === textOf(heading)
        ? []
        : fault(`Search engines are told the headline ${quoteText(inMarkup)}, readers another.`, BY_ITSELF)
    },
  },
  {
    id: 'markup/place',
    family: 'structured-data',
    severity: 'error',
    source: 'R3, R9',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The address of the story in structured data is that of the page.',
    faults: (page) => {
      const story = articleMarkup(page)
      const of = (story?.mainEntityOfPage ?? {}) as Thing
      const own = page.head.canonicals[0] ?? page.url
      const wrong = [textsOf(story, 'url'), textsOf(of, '@id')].find((address) => address !== own)
      return wrong === undefined
        ? []
        : fault(`In structured data the story stands at ${quoteText(wrong)}, not at its own address.`, BY_ITSELF)
    },
  },
  {
    id: 'markup/authors',
    family: 'structured-data',
    severity: 'error',
    source: 'R3, R18',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The structured data of a story names its authors, each as a person or an organisation.',
    faults: (page) => {
      const authors = authorsOf(page)
      if (!authors.length) return fault('Search engines are told of no author.', 'Add a byline.')
      const untyped = authors.find(
        (author) => !typesOf(author).some((type) => /^(?:Person|Organization|NewsMediaOrganization)$/.test(type)),
      )
      return untyped ? fault('Search engines are not told whether an author is a person.', BY_ITSELF) : []
    },
  },
  {
    id: 'markup/author-names',
    family: 'structured-data',
    severity: 'advice',
    source: 'R3',
    on: ARTICLE,
    mendedIn: 'bylines',
    requirement: 'Each author in structured data is one name without titles or labels.',
    faults: (page) => {
      const names = authorsOf(page).map((author) => textsOf(author, 'name'))
      const joined = names.find((name) => NOT_ONE_NAME.test(name))
      return joined === undefined
        ? []
        : fault(
            `The byline ${quoteText(joined)} is not one name alone.`,
            'Give each author a byline of their own, without titles.',
          )
    },
  },
  {
    id: 'markup/author-pages',
    family: 'structured-data',
    severity: 'error',
    source: 'R3, R18',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'An author whose byline is a link has the same link in structured data.',
    faults: (page) => {
      const inMarkup = new Set(authorsOf(page).map((author) => textsOf(author, 'url')))
      const missing = elementsNamed(page, 'a')
        .filter(({ attribs }) => /\bauthor\b/.test(attribs.rel ?? ''))
        .find(({ attribs }) => !inMarkup.has(absoluteUrl(attribs.href ?? '', page) ?? ''))
      return missing
        ? fault(`Search engines are not told of the page about ${quoteText(textOf(missing))}.`, BY_ITSELF)
        : []
    },
  },
  {
    id: 'markup/pictures',
    family: 'structured-data',
    severity: 'error',
    source: 'R3',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The structured data of a story has a picture with its size, of at least 50,000 pixels.',
    faults: (page) => {
      const pictures = picturesOf(page)
      if (!pictures.length)
        return fault(
          'Search engines are told of no picture.',
          'Choose a lead image; without one the site draws a card.',
        )
      const small = pictures.find((picture) => !(Number(picture.width) * Number(picture.height) >= MIN_PIXELS))
      return small
        ? fault(
            `The picture ${quoteText(textsOf(small, 'url'))} is too small for search engines.`,
            'Choose a larger lead image.',
          )
        : []
    },
  },
  {
    id: 'markup/picture-shapes',
    family: 'structured-data',
    severity: 'advice',
    source: 'R3',
    on: ARTICLE,
    mendedIn: 'leadMediaId',
    requirement: 'The lead image is offered in 16:9, 4:3 and 1:1.',
    faults: (page) => {
      const pictures = picturesOf(page).filter(isPhotograph)
      const missing = Object.entries(SHAPES).filter(
        ([, shape]) =>
          !pictures.some((picture) => Math.abs(Number(picture.width) / Number(picture.height) / shape - 1) < TOLERANCE),
      )
      return pictures.length && missing.length
        ? fault(
            `The lead image is not offered in ${missing.map(([name]) => name).join(' and ')}.`,
            'Choose a larger lead image, so that it can be cut.',
          )
        : []
    },
  },
  {
    id: 'markup/picture-rights',
    family: 'structured-data',
    severity: 'advice',
    source: 'R17',
    on: ARTICLE,
    mendedIn: 'leadMediaId',
    requirement: 'The lead image has a creator, a credit, a copyright notice or a licence.',
    faults: (page) => {
      const rights = ['creator', 'creditText', 'copyrightNotice', 'license']
      const withoutCredit = picturesOf(page)
        .filter(isPhotograph)
        .find((picture) => !rights.some((key) => key in picture))
      return withoutCredit
        ? fault('Search engines are not told whose the lead image is.', 'Give the picture a credit.')
        : []
    },
  },
  {
    id: 'markup/story-complete',
    family: 'structured-data',
    severity: 'error',
    source: 'R3',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'Structured data has the section, publisher, site, length, language and access of the story.',
    faults: (page) => {
      const story = articleMarkup(page)
      const missing = [
        'articleSection',
        'publisher',
        'isPartOf',
        'wordCount',
        'isAccessibleForFree',
        'inLanguage',
      ].filter((key) => story?.[key] === undefined)
      return story && missing.length ? fault(`Search engines are not told ${missing.join(', ')}.`, BY_ITSELF) : []
    },
  },
  {
    id: 'markup/language',
    family: 'structured-data',
    severity: 'error',
    source: 'R20',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The language of structured data is that of the page.',
    faults: (page) => {
      const language = textsOf(articleMarkup(page), 'inLanguage')
      return language === page.language
        ? []
        : fault(
            `The page is in ${quoteText(page.language)}, in structured data in ${quoteText(language)}.`,
            'Choose the language in which the story is written.',
          )
    },
  },
  {
    id: 'markup/versions',
    family: 'structured-data',
    severity: 'error',
    source: 'R20',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'Structured data and the head of the page list the same versions in other languages.',
    faults: (page) => {
      const story = articleMarkup(page)
      const listed = new Set(page.head.alternates.map(({ href }) => href))
      const works = [story?.workTranslation, story?.translationOfWork]
        .flat()
        .filter((work) => work !== undefined) as Thing[]
      const unlisted = works.find((work) => !listed.has(textsOf(work, 'url')))
      if (unlisted)
        return fault(`The version ${quoteText(textsOf(unlisted, 'name'))} is not listed in the head.`, BY_ITSELF)
      // Without its original, which need not be public, a story has no default version, and names no translation.
      const hasOriginal = page.head.alternates.some(({ hreflang }) => isDefault(hreflang))
      return hasOriginal && !works.length
        ? fault('The head lists versions of which structured data knows nothing.', BY_ITSELF)
        : []
    },
  },
  {
    id: 'markup/corrections',
    family: 'structured-data',
    severity: 'error',
    source: 'R19',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'Structured data contains the corrections that the page shows, and no others.',
    faults: (page) => {
      const notes = [articleMarkup(page)?.correction].flat().filter((note) => note !== undefined) as Thing[]
      const shown = page.tags.find(({ attribs }) => attribs.id === 'corrections')
      const visible = shown ? page.tags.filter((tag) => closest(tag, (above) => above === shown)).map(textOf) : []
      if (shown && !notes.length) return fault('Search engines are not told of the correction.', BY_ITSELF)
      const hidden = notes.find((note) => {
        const words = visibleText(textsOf(note, 'text'))
        return !visible.some((text) => text.includes(words))
      })
      return hidden
        ? fault(`Readers are not shown the correction ${quoteText(textsOf(hidden, 'text'))}.`, BY_ITSELF)
        : []
    },
  },
]

function authorsOf(page: CrawledPage): Thing[] {
  const author = articleMarkup(page)?.author
  return [author].flat().filter((one) => typeof one === 'object' && one !== null) as Thing[]
}

function picturesOf(page: CrawledPage): Thing[] {
  const image = articleMarkup(page)?.image
  return [image].flat().filter((one) => typeof one === 'object' && one !== null) as Thing[]
}

/** Whether a picture is a photograph; a card is drawn by the site and has no photographer. */
function isPhotograph(picture: Thing): boolean {
  return !/\/cards\/[^/]+\.png$/.test(textsOf(picture, 'url'))
}
