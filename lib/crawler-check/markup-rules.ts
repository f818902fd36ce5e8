import { parseUrl } from '@/lib/addresses/url'
import { type Thing, textsOf, thingsOn, typesOf } from '@/lib/crawler-check/article-markup'
import { quoteText } from '@/lib/crawler-check/quote-text'
import { ALL_KINDS, BY_ITSELF, type Fault, PRESENT, type Rule } from '@/lib/crawler-check/rule'
import { isBlank } from '@/lib/text/visible-text'

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** Properties whose values are addresses of pages or files. */
const ADDRESSES = ['url', 'contentUrl', 'item', 'license', 'acquireLicensePage']
/** What programs print for a missing value. */
const NOTHING = /^(?:undefined|null|NaN|Invalid Date|\[object Object\])$/
/** Values that are words of people: a headline may be “null”, and a byline “Jennifer Null”. */
const WORDS =
  /^(?:name|headline|description|text|articleBody|caption|dateline|creditText|copyrightNotice|keywords|disambiguatingDescription|jobTitle)$/
/** The pages on which a news organisation says how it works (R19). */
const POLICIES = ['publishingPrinciples', 'ethicsPolicy', 'correctionsPolicy', 'ownershipFundingInfo', 'masthead']

/** Rules for the structured data of every page. */
export const MARKUP_RULES: Rule[] = [
  {
    id: 'markup/readable',
    family: 'structured-data',
    severity: 'error',
    source: 'JSON-LD 1.1',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'Structured data is valid JSON with the context schema.org.',
    faults: ({ brokenJsonLd, jsonLd }) => {
      if (brokenJsonLd.length) return fault('The structured data of the page cannot be read.', BY_ITSELF)
      const foreign = jsonLd.find((block) => !/^https?:\/\/schema\.org\/?$/.test(textsOf(block as Thing, '@context')))
      return foreign ? fault('The structured data does not speak the words of schema.org.', BY_ITSELF) : []
    },
  },
  {
    id: 'markup/no-gaps',
    family: 'structured-data',
    severity: 'error',
    source: 'R3',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'Structured data contains no empty value and no picture without a size.',
    faults: (page) =>
      thingsOn(page).flatMap((thing) =>
        Object.entries(thing).flatMap(([key, value]) => {
          const values = [value].flat()
          const isNothing = (text: string) => isBlank(text) || (!WORDS.test(key) && NOTHING.test(text.trim()))
          const empty = values.some((one) => one === null || (typeof one === 'string' && isNothing(one)))
          const sizeless = /^(?:width|height)$/.test(key) && !(Number(value) > 0)
          return empty || sizeless ? fault(`The structured data says nothing under ${quoteText(key)}.`, BY_ITSELF) : []
        }),
      ),
  },
  {
    id: 'markup/addresses',
    family: 'structured-data',
    severity: 'error',
    source: 'R3, R17',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'Every address in structured data is an absolute URL.',
    faults: (page) => {
      const all = thingsOn(page).flatMap((thing) => ADDRESSES.flatMap((key) => [thing[key]].flat()))
      const wrong = all.find((value) => typeof value === 'string' && !isAbsoluteUrl(value))
      return wrong === undefined
        ? []
        : fault(
            `The structured data names ${quoteText(String(wrong))}, which is no whole address.`,
            'Write it with https:// and the host.',
          )
    },
  },
  {
    id: 'markup/references',
    family: 'structured-data',
    severity: 'error',
    source: 'JSON-LD 1.1',
    on: PRESENT,
    mendedIn: null,
    requirement: 'Every id that structured data refers to is described on the page.',
    faults: (page) => {
      const described = new Set(thingsOn(page).map((thing) => thing['@id']))
      const missing = referencesIn(page.jsonLd).find((id) => !described.has(id))
      return missing === undefined
        ? []
        : fault(`The structured data names ${quoteText(missing)} and does not tell what it is.`, BY_ITSELF)
    },
  },
  {
    id: 'markup/paper',
    family: 'structured-data',
    severity: 'error',
    source: 'R19',
    on: PRESENT,
    mendedIn: null,
    requirement: 'Structured data describes the paper with its name, logo, contact and policies.',
    faults: (page, { siteUrl }) => {
      const paper = thingsOn(page).find((thing) => typesOf(thing).includes('NewsMediaOrganization') && 'logo' in thing)
      if (!paper || !textsOf(paper, 'name')) return fault('The page does not say which paper it belongs to.', BY_ITSELF)
      const missing = POLICIES.filter((key) => !textsOf(paper, key).startsWith(`${siteUrl}/`))
      if (!('contactPoint' in paper)) missing.push('contactPoint')
      return missing.length ? fault(`The paper does not say where its ${missing.join(', ')} stand.`, BY_ITSELF) : []
    },
  },
  {
    id: 'markup/site',
    family: 'structured-data',
    severity: 'error',
    source: 'promise: WebSite with search',
    on: ['front'],
    mendedIn: null,
    requirement: 'The structured data of the front page describes the search of the site.',
    faults: (page) => {
      const site = thingsOn(page).find((thing) => typesOf(thing).includes('WebSite'))
      const action = (site?.potentialAction ?? {}) as Thing
      const template = textsOf((action.target ?? {}) as Thing, 'urlTemplate')
      return template.includes('{search_term_string}') && /search_term_string/.test(textsOf(action, 'query-input'))
        ? []
        : fault('Search engines are not told how the site is searched.', BY_ITSELF)
    },
  },
]

/** Whether an address is a valid http or https URL with a host. */
export function isAbsoluteUrl(address: string): boolean {
  return /^https?:\/\/[^/]/.test(address) && parseUrl(address) !== null
}

/** The ids of references: objects with an `@id` alone. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  const keys = Object.keys(value)
  if (keys.length === 1 && keys[0] === '@id') return [String((value as Thing)['@id'])]
  return Object.values(value).flatMap(referencesIn)
}
