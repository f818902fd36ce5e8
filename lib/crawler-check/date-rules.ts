import { articleMarkup, textsOf } from '@/lib/crawler-check/article-markup'
import { type CrawledPage, closest, type Tag, textOf } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ARTICLE, type Fault, type Rule } from '@/lib/crawler-check/rule'

/** Date, time and zone (W3C-DTF, the profile of ISO 8601 that R1 and R3 ask for). */
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/
/** Fewer characters are a byline or a label, not the text of a story. */
const TEXT_CHARACTERS = 80
/** Two clocks that agree. */
const CLOCKS_APART_MS = 60_000

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]
const BY_ITSELF = 'The site sets it by itself; save the story and look again. If it stays, report it.'

/** What a page says about when a story was published, and where. */
interface DatesSaid {
  /** Between headline and text. */
  shown: { iso: string; words: string }[]
  published: { where: string; iso: string }[]
  modified: { where: string; iso: string }[]
}

function datesSaid(page: CrawledPage): DatesSaid {
  const markup = articleMarkup(page)
  const property = (name: string) => page.head.properties.get(name)?.[0] ?? ''
  const shown = timesAboveText(page).map((tag) => ({ iso: tag.attribs.datetime ?? '', words: textOf(tag) }))
  const said = (where: string, iso: string | undefined) => (iso ? [{ where, iso }] : [])
  return {
    shown,
    published: [
      ...said('on the page', shown[0]?.iso),
      ...said('in the structured data', textsOf(markup, 'datePublished')),
      ...said('for social networks', property('article:published_time')),
    ],
    modified: [
      ...said('on the page', shown[1]?.iso),
      ...said('in the structured data', textsOf(markup, 'dateModified')),
      ...said('for social networks', property('article:modified_time')),
    ],
  }
}

/** Everything about the instants that a story shows to readers and machines. */
export const DATE_RULES: Rule[] = [
  {
    ...{ id: 'dates/shown', family: 'dates', severity: 'error', source: 'R4', on: ARTICLE },
    requirement: 'One time of publication stands between headline and text, and at most one of an update after it.',
    faults: (page) => {
      const { shown } = datesSaid(page)
      if (!shown.length) return fault('No date stands between the headline and the text.', BY_ITSELF)
      return shown.length > 2
        ? fault(
            `Between the headline and the text stand ${shown.length} dates.`,
            'Leave the time of publication and that of the last update.',
          )
        : []
    },
  },
  {
    ...{ id: 'dates/in-words', family: 'dates', severity: 'error', source: 'R4', on: ARTICLE },
    requirement: 'The date is told in words that carry year and time.',
    faults: (page) => {
      const wrong = datesSaid(page).shown.find(
        ({ iso, words }) => !words.match(/\p{N}/u) || (words.match(/\p{N}+/gu) ?? []).length < 3 || !iso,
      )
      return wrong ? fault(`The date ${quoteText(wrong.words)} does not tell day, year and time.`, BY_ITSELF) : []
    },
  },
  {
    ...{ id: 'dates/with-zone', family: 'dates', severity: 'error', source: 'R3, R4', on: ARTICLE },
    requirement: 'Every instant carries its time and zone.',
    faults: (page) => {
      const { shown, published, modified } = datesSaid(page)
      const all = [...shown.map(({ iso }) => ({ where: 'on the page', iso })), ...published, ...modified]
      const wrong = all.find(({ iso }) => !WITH_ZONE.test(iso) || Number.isNaN(Date.parse(iso)))
      return wrong
        ? fault(`The date ${wrong.where}, ${quoteText(wrong.iso)}, is not an instant with its zone.`, BY_ITSELF)
        : []
    },
  },
  {
    ...{ id: 'dates/told-to-all', family: 'dates', severity: 'error', source: 'R3, R22', on: ARTICLE },
    requirement: 'Structured data and social tags tell when the story was published and last changed.',
    faults: (page) => {
      const { published, modified } = datesSaid(page)
      const lacks = (all: { where: string }[], where: string) => !all.some((one) => one.where === where)
      const missing = [
        ...['in the structured data', 'for social networks']
          .filter((where) => lacks(published, where))
          .map((where) => `when it was published ${where}`),
        ...['in the structured data', 'for social networks']
          .filter((where) => lacks(modified, where))
          .map((where) => `when it last changed ${where}`),
      ]
      return missing.length ? fault(`The story does not tell ${missing.join(', nor ')}.`, BY_ITSELF) : []
    },
  },
  {
    ...{ id: 'dates/agree', family: 'dates', severity: 'error', source: 'R4', on: ARTICLE },
    requirement: 'Page, structured data and social tags tell the same instants.',
    faults: (page) => {
      const { published, modified } = datesSaid(page)
      return [published, modified].flatMap((all) => {
        const [first, ...others] = all
        const other = others.find(({ iso }) => Date.parse(iso) !== Date.parse(first?.iso ?? ''))
        return first && other
          ? fault(`The story is from ${first.iso} ${first.where}, but from ${other.iso} ${other.where}.`, BY_ITSELF)
          : []
      })
    },
  },
  {
    ...{ id: 'dates/update-shown', family: 'dates', severity: 'error', source: 'R4', on: ARTICLE },
    requirement: 'A story that says it was changed shows when.',
    faults: (page) => {
      const { shown, published, modified } = datesSaid(page)
      const [first] = published
      const changed = modified.find(({ iso }) => first && Date.parse(iso) > Date.parse(first.iso))
      return changed && shown.length < 2
        ? fault(`The story was changed at ${changed.iso}, but its readers are not told.`, BY_ITSELF)
        : []
    },
  },
  {
    ...{ id: 'dates/in-order', family: 'dates', severity: 'error', source: 'R3, R4', on: ARTICLE },
    requirement: 'No story was changed before it was published.',
    faults: (page) => {
      const { published, modified } = datesSaid(page)
      const latest = Math.max(...published.map(({ iso }) => Date.parse(iso)))
      const early = modified.find(({ iso }) => Date.parse(iso) < latest)
      return early ? fault(`The story was changed at ${early.iso}, before it was published.`, BY_ITSELF) : []
    },
  },
  {
    ...{ id: 'dates/not-ahead', family: 'dates', severity: 'error', source: 'R4', on: ARTICLE },
    requirement: 'No date lies in the future.',
    faults: (page, { now }) => {
      const { published, modified } = datesSaid(page)
      const ahead = [...published, ...modified].find(({ iso }) => Date.parse(iso) > now.getTime() + CLOCKS_APART_MS)
      return ahead
        ? fault(`The date ${ahead.where}, ${ahead.iso}, is still to come.`, 'Schedule the story for that time instead.')
        : []
    },
  },
  {
    ...{ id: 'dates/no-other', family: 'dates', severity: 'error', source: 'R4', on: ARTICLE },
    requirement: 'No date of anything else stands on the page of a story.',
    faults: (page) => {
      const own = new Set(timesAboveText(page))
      const isOfNote = (tag: Tag) => closest(tag, ({ attribs }) => attribs.id === 'corrections') !== null
      const other = page.tags.find((tag) => tag.name === 'time' && !own.has(tag) && !isOfNote(tag) && !isOfEntry(tag))
      return other
        ? fault(
            `The page shows another date, ${quoteText(textOf(other))}, which may be taken for that of the story.`,
            'Take it out, or write it without a time of day.',
          )
        : []
    },
  },
]

/** The dates that stand after the headline and before the text. */
function timesAboveText({ tags }: CrawledPage): Tag[] {
  const headline = tags.findIndex(({ name }) => name === 'h1')
  if (headline < 0) return []
  const rest = tags.slice(headline)
  const text = rest.findIndex(isText)
  return rest
    .slice(0, text < 0 ? undefined : text)
    .filter((tag) => tag.name === 'time' && isInArticle(tag) && !isOfEntry(tag))
}

/** Whether the time is that of an entry of a live story: the link to its own anchor. */
function isOfEntry(time: Tag): boolean {
  return closest(time, ({ name, attribs }) => name === 'a' && /^#./.test(attribs.href ?? '')) !== null
}

function isText(tag: Tag): boolean {
  if (tag.name !== 'p' || !isInArticle(tag) || closest(tag, ({ name }) => /^(?:header|figure|aside)$/.test(name)))
    return false
  const holds = (fits: (tag: Tag) => boolean) => tag.children.some((child) => 'attribs' in child && fits(child as Tag))
  if (holds(({ name, attribs }) => name === 'time' || attribs.rel === 'author')) return false
  return [...textOf(tag)].length >= TEXT_CHARACTERS
}

function isInArticle(tag: Tag): boolean {
  return closest(tag, ({ name }) => name === 'article') !== null
}
