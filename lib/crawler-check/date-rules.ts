import { articleMarkup, textsOf } from '@/lib/crawler-check/article-markup'
import { type CrawledPage, closest, type Tag, textOf } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ARTICLE, BY_ITSELF, type Fault, type Rule } from '@/lib/crawler-check/rule'

/** Date, time and zone (W3C-DTF, the profile of ISO 8601 that R1 and R3 ask for). */
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/
/** A paragraph with fewer characters is a byline or a label, not the text of a story. */
const TEXT_CHARACTERS = 80
/** The clocks of the site and of the check may differ by this much. */
const CLOCK_TOLERANCE_MS = 60_000

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** The dates of publication and update of a story, with the places where the page has them. */
interface StatedDates {
  /** Between headline and text. */
  shown: { iso: string; words: string }[]
  published: { where: string; iso: string }[]
  modified: { where: string; iso: string }[]
}

function statedDates(page: CrawledPage): StatedDates {
  const markup = articleMarkup(page)
  const property = (name: string) => page.head.properties.get(name)?.[0] ?? ''
  const shown = timesAboveText(page).map((tag) => ({ iso: tag.attribs.datetime ?? '', words: textOf(tag) }))
  const dateAt = (where: string, iso: string | undefined) => (iso ? [{ where, iso }] : [])
  return {
    shown,
    published: [
      ...dateAt('on the page', shown[0]?.iso),
      ...dateAt('in the structured data', textsOf(markup, 'datePublished')),
      ...dateAt('for social networks', property('article:published_time')),
    ],
    modified: [
      ...dateAt('on the page', shown[1]?.iso),
      ...dateAt('in the structured data', textsOf(markup, 'dateModified')),
      ...dateAt('for social networks', property('article:modified_time')),
    ],
  }
}

/** Rules for the dates that a story shows to readers and machines. */
export const DATE_RULES: Rule[] = [
  {
    id: 'dates/shown',
    family: 'dates',
    severity: 'error',
    source: 'R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'One or two dates stand between headline and text: the publication, then the last update.',
    faults: (page) => {
      const { shown } = statedDates(page)
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
    id: 'dates/in-words',
    family: 'dates',
    severity: 'error',
    source: 'R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A date has a datetime attribute, and its text contains day, year and time.',
    faults: (page) => {
      const wrong = statedDates(page).shown.find(
        ({ iso, words }) => !words.match(/\p{N}/u) || (words.match(/\p{N}+/gu) ?? []).length < 3 || !iso,
      )
      return wrong ? fault(`The date ${quoteText(wrong.words)} does not tell day, year and time.`, BY_ITSELF) : []
    },
  },
  {
    id: 'dates/with-zone',
    family: 'dates',
    severity: 'error',
    source: 'R3, R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'Every instant has a time and a zone.',
    faults: (page) => {
      const { shown, published, modified } = statedDates(page)
      const all = [...shown.map(({ iso }) => ({ where: 'on the page', iso })), ...published, ...modified]
      const wrong = all.find(({ iso }) => !WITH_ZONE.test(iso) || Number.isNaN(Date.parse(iso)))
      return wrong
        ? fault(`The date ${wrong.where}, ${quoteText(wrong.iso)}, is not an instant with its zone.`, BY_ITSELF)
        : []
    },
  },
  {
    id: 'dates/told-to-all',
    family: 'dates',
    severity: 'error',
    source: 'R3, R22',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'Structured data and social tags contain the instants of publication and of the last change.',
    faults: (page) => {
      const { published, modified } = statedDates(page)
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
    id: 'dates/agree',
    family: 'dates',
    severity: 'error',
    source: 'R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The page, its structured data and its social tags contain the same instants.',
    faults: (page) => {
      const { published, modified } = statedDates(page)
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
    id: 'dates/update-shown',
    family: 'dates',
    severity: 'error',
    source: 'R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'A story that was changed after its publication shows the instant of the change.',
    faults: (page) => {
      const { shown, published, modified } = statedDates(page)
      const [first] = published
      const changed = modified.find(({ iso }) => first && Date.parse(iso) > Date.parse(first.iso))
      return changed && shown.length < 2
        ? fault(`The story was changed at ${changed.iso}, but its readers are not told.`, BY_ITSELF)
        : []
    },
  },
  {
    id: 'dates/in-order',
    family: 'dates',
    severity: 'error',
    source: 'R3, R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The last change of a story is not before its publication.',
    faults: (page) => {
      const { published, modified } = statedDates(page)
      const latest = Math.max(...published.map(({ iso }) => Date.parse(iso)))
      const earlier = modified.find(({ iso }) => Date.parse(iso) < latest)
      return earlier ? fault(`The story was changed at ${earlier.iso}, before it was published.`, BY_ITSELF) : []
    },
  },
  {
    id: 'dates/not-ahead',
    family: 'dates',
    severity: 'error',
    source: 'R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'No date is in the future.',
    faults: (page, { now }) => {
      const { published, modified } = statedDates(page)
      const ahead = [...published, ...modified].find(({ iso }) => Date.parse(iso) > now.getTime() + CLOCK_TOLERANCE_MS)
      return ahead
        ? fault(`The date ${ahead.where}, ${ahead.iso}, is still to come.`, 'Schedule the story for that time instead.')
        : []
    },
  },
  {
    id: 'dates/no-other',
    family: 'dates',
    severity: 'error',
    source: 'R4',
    on: ARTICLE,
    mendedIn: null,
    requirement: 'The page of a story shows no date that belongs to something else.',
    faults: (page) => {
      const own = new Set(timesAboveText(page))
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

/** The dates between the headline and the text. Where no paragraph is long, all of the story but its entries and corrections. */
function timesAboveText({ tags }: CrawledPage): Tag[] {
  const headline = tags.findIndex(({ name }) => name === 'h1')
  if (headline < 0) return []
  const rest = tags.slice(headline)
  const aroundDates = partsAroundDates(rest)
  const text = rest.findIndex((tag) => isText(tag) && !(tag.parent && aroundDates.has(tag.parent)))
  return rest
    .slice(0, text < 0 ? undefined : text)
    .filter((tag) => tag.name === 'time' && isInArticle(tag) && !isOfEntry(tag) && !isOfNote(tag))
}

/** Whether a time belongs to an entry of a live story, where it is a link to the anchor of the entry. */
function isOfEntry(time: Tag): boolean {
  return closest(time, ({ name, attribs }) => name === 'a' && /^#./.test(attribs.href ?? '')) !== null
}

/**
 * The parts of the story that hold one of its dates, such as the lines with bylines and times: what stands beside a date
 * is not the text, however long it is. The story itself and the page around it are no such parts.
 */
function partsAroundDates(tags: Tag[]): ReadonlySet<Tag['parent']> {
  const parts = new Set<Tag['parent']>()
  for (const tag of tags) {
    if (tag.name !== 'time' || !isInArticle(tag) || isOfEntry(tag) || isOfNote(tag)) continue
    let above: Tag['parent'] | Tag = tag.parent
    while (above && 'attribs' in above && above.name !== 'article') {
      parts.add(above)
      above = above.parent
    }
  }
  return parts
}

function isText(tag: Tag): boolean {
  if (tag.name !== 'p' || !isInArticle(tag) || closest(tag, ({ name }) => /^(?:header|figure|aside)$/.test(name)))
    return false
  const holds = (fits: (tag: Tag) => boolean) => tag.children.some((child) => 'attribs' in child && fits(child as Tag))
  if (holds(({ name, attribs }) => name === 'time' || attribs.rel === 'author')) return false
  return [...textOf(tag)].length >= TEXT_CHARACTERS
}

/** Whether a time belongs to a correction. */
function isOfNote(tag: Tag): boolean {
  return closest(tag, ({ attribs }) => attribs.id === 'corrections') !== null
}

function isInArticle(tag: Tag): boolean {
  return closest(tag, ({ name }) => name === 'article') !== null
}
