import { type Thing, textsOf, thingsOn, typesOf } from '@/lib/crawler-check/article-markup'
import { elementsNamed, type PageKind, textOf } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { absoluteUrl, BY_ITSELF, type Fault, type Rule } from '@/lib/crawler-check/rule'

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

const LISTS: readonly PageKind[] = ['front', 'list', 'author']
const WITH_BREADCRUMB: readonly PageKind[] = ['list', 'author', 'article', 'paper']

/** Rules for the structured data of lists and for breadcrumb trails. */
export const LIST_MARKUP_RULES: Rule[] = [
  {
    id: 'markup/list',
    family: 'structured-data',
    severity: 'error',
    source: 'promise: CollectionPage and ItemList',
    on: LISTS,
    mendedIn: null,
    requirement:
      'The structured data of a list contains its stories in order, each once and only stories that the page links to.',
    faults: (page) => {
      const things = thingsOn(page)
      const about = page.kind === 'author' ? /^(?:ProfilePage|CollectionPage)$/ : /^CollectionPage$/
      if (!things.some((thing) => typesOf(thing).some((type) => about.test(type))))
        return fault('Search engines are not told that the page is a list.', BY_ITSELF)
      const items = itemsOf(things.find((thing) => typesOf(thing).includes('ItemList')))
      if (!isInOrder(items)) return fault('The stories of the list are not counted from 1 on.', BY_ITSELF)
      const linked = new Set(elementsNamed(page, 'a').map(({ attribs }) => absoluteUrl(attribs.href ?? '', page)))
      const unlinked = items.find((item) => !linked.has(textsOf(item, 'url')))
      if (unlinked)
        return fault(
          `The page does not link to ${quoteText(textsOf(unlinked, 'name'))}, which its structured data lists.`,
          BY_ITSELF,
        )
      const addresses = items.map((item) => textsOf(item, 'url'))
      return new Set(addresses).size === addresses.length ? [] : fault('A story is listed twice.', BY_ITSELF)
    },
  },
  {
    id: 'markup/profile',
    family: 'structured-data',
    severity: 'error',
    source: 'R18',
    on: ['author'],
    mendedIn: null,
    requirement: 'The structured data of an author page describes the author as a person with name and address.',
    faults: (page) => {
      const people = thingsOn(page).filter((thing) => typesOf(thing).includes('Person'))
      const [heading] = elementsNamed(page, 'h1')
      const name = heading ? textOf(heading) : ''
      return people.some((person) => textsOf(person, 'name') === name && textsOf(person, 'url'))
        ? []
        : fault(`Search engines are not told that the page is about ${quoteText(name)}.`, BY_ITSELF)
    },
  },
  {
    id: 'markup/way',
    family: 'structured-data',
    severity: 'error',
    source: 'Google, breadcrumb structured data',
    on: WITH_BREADCRUMB,
    mendedIn: null,
    requirement: 'Every page below the front page has a breadcrumb trail from the front page to itself.',
    faults: (page, { siteUrl }) => {
      const steps = itemsOf(thingsOn(page).find((thing) => typesOf(thing).includes('BreadcrumbList')))
      if (steps.length < 2 || !isInOrder(steps))
        return fault('Search engines are not told the way to the page.', BY_ITSELF)
      const nameless = steps.find((step) => !textsOf(step, 'name').trim() || !textsOf(step, 'item'))
      if (nameless) return fault('A step on the way to the page has no name or no address.', BY_ITSELF)
      const own = page.head.canonicals[0] ?? page.url
      const ends = [textsOf(steps[0] ?? {}, 'item'), textsOf(steps.at(-1) ?? {}, 'item')]
      return ends[0] === `${siteUrl}/` && ends[1] === own
        ? []
        : fault('The way to the page does not lead from the front page to it.', BY_ITSELF)
    },
  },
]

function itemsOf(list: Thing | undefined): Thing[] {
  return [list?.itemListElement].flat().filter((item) => typeof item === 'object' && item !== null) as Thing[]
}

function isInOrder(items: Thing[]): boolean {
  return items.every((item, index) => item.position === index + 1)
}
