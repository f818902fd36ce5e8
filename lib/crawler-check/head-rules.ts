import { parseUrl } from '@/lib/addresses/url'
import { articleMarkup } from '@/lib/crawler-check/article-markup'
import { closest, elementsNamed } from '@/lib/crawler-check/crawled-page'
import { quoteText } from '@/lib/crawler-check/quote-text'
import {
  ALL_KINDS,
  ARTICLE,
  absoluteUrl,
  answerWords,
  type Fault,
  isUnlisted,
  PRESENT,
  type Rule,
} from '@/lib/crawler-check/rule'
import { directionOf, isLanguageTag } from '@/lib/paper/language'

/** Bounds of a description; search engines cut longer ones. */
const DESCRIPTION_CHARACTERS = { fewest: 25, most: 320 }
const CHARSET_WITHIN_BYTES = 1024 // HTML Standard 4.2.5.4: the character encoding declaration
/** Elements that may stand in a head; any other one ends it (HTML Standard 4.2.1 and 13.2.6.4.4). */
const IN_HEAD = new Set(['title', 'meta', 'link', 'script', 'style', 'base', 'noscript', 'template'])
/** The directives that search engines know (R8). */
const ROBOTS_DIRECTIVE =
  /^(?:all|index|follow|none|noindex|nofollow|noarchive|nosnippet|notranslate|noimageindex|max-snippet:\s*-?\d+|max-image-preview:\s*(?:none|standard|large)|max-video-preview:\s*-?\d+|unavailable_after:.+)$/i

const fault = (message: string, remedy: string): Fault[] => [{ message, remedy }]

/** Rules for the head of a page. */
export const HEAD_RULES: Rule[] = [
  {
    id: 'head/one-title',
    family: 'head',
    severity: 'error',
    source: 'HTML 4.2.2; R24',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page has exactly one title, and it is not empty.',
    faults: ({ head: { titles } }) => {
      if (titles.length > 1) return fault(`The page has ${titles.length} titles.`, 'Leave one of them.')
      if (!titles[0]) return fault('The page has no title.', 'Write a headline, or a title for search engines.')
      return []
    },
  },
  {
    id: 'head/description',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: PRESENT,
    mendedIn: null,
    requirement: 'A page has exactly one description, and it is not empty.',
    faults: ({ head }) => {
      const descriptions = head.names.get('description') ?? []
      if (descriptions.length > 1)
        return fault(`The page has ${descriptions.length} descriptions.`, 'Leave one of them.')
      if (!descriptions[0]?.trim()) {
        return fault('The page has no description.', 'Write a standfirst, or a description for search engines.')
      }
      return []
    },
  },
  {
    id: 'head/description-length',
    family: 'head',
    severity: 'advice',
    source: 'R22',
    on: ARTICLE,
    mendedIn: 'seoDescription',
    requirement: 'A description has between 25 and 320 characters.',
    faults: ({ head }) => {
      const characters = [...(head.names.get('description')?.[0] ?? '').trim()].length
      const { fewest, most } = DESCRIPTION_CHARACTERS
      if (characters === 0 || (characters >= fewest && characters <= most)) return []
      return characters < fewest
        ? fault(`The description has ${characters} characters.`, 'Say in a sentence what the story tells.')
        : fault(
            `The description has ${characters} characters; at most ${most} are read.`,
            'Write a shorter description for search engines.',
          )
    },
  },
  {
    id: 'head/canonical',
    family: 'head',
    severity: 'error',
    source: 'R9, R11',
    on: PRESENT,
    mendedIn: null,
    requirement: 'A page has exactly one canonical link, an absolute URL that equals its own address.',
    faults: ({ head: { canonicals }, url, kind }) => {
      const [canonical, ...more] = canonicals
      if (canonical === undefined)
        return fault('The page does not say at which address it stands.', 'Name its own address as the canonical one.')
      if (more.length) return fault(`The page names ${canonicals.length} canonical addresses.`, 'Leave its own.')
      if (!/^https?:\/\//.test(canonical))
        return fault(
          `The canonical address ${quoteText(canonical)} is not a whole one.`,
          'Write it with https:// and the host.',
        )
      const own = new URL(url)
      const named = kind === 'search' ? own.origin + own.pathname : own.origin + own.pathname + own.search
      if (parseUrl(canonical)?.href === new URL(named).href) return []
      return fault(
        `The page says that it stands at ${canonical}, but it stands at ${named}.`,
        'Let it name its own address.',
      )
    },
  },
  {
    id: 'head/robots-words',
    family: 'head',
    severity: 'error',
    source: 'R8',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'A page has at most one robots tag, which contains only known directives and no contradiction.',
    faults: ({ head }) => {
      const tags = head.names.get('robots') ?? []
      if (tags.length > 1) return fault('Search engines are told twice what they may do with the page.', 'Say it once.')
      const directives = (tags[0] ?? '').split(',').map((directive) => directive.trim())
      const unknown = directives.filter((directive) => directive && !ROBOTS_DIRECTIVE.test(directive))
      if (unknown.length)
        return fault(
          `No search engine knows the instruction ${quoteText(unknown.join(', '))}.`,
          'Take it out, or spell it as the search engines do.',
        )
      const has = (pattern: RegExp) => directives.some((directive) => pattern.test(directive))
      if (has(/^index$/i) && has(/^no(?:index|ne)$/i))
        return fault('Search engines are told both to list the page and not to.', 'Say one of them.')
      return []
    },
  },
  {
    id: 'head/large-previews',
    family: 'head',
    severity: 'error',
    source: 'R5, R8',
    on: ['front', 'list', 'author', 'article'],
    mendedIn: null,
    requirement: 'A page that may be listed allows large previews of its picture.',
    faults: (page) => {
      const directives = page.head.names.get('robots')?.join() ?? ''
      if (isUnlisted(page) || /max-image-preview:\s*large/i.test(directives)) return []
      return fault('The picture of the page may not be shown large.', 'Allow it with max-image-preview:large.')
    },
  },
  {
    id: 'head/in-head',
    family: 'head',
    severity: 'error',
    source: 'R24',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'Elements of the head stand in the head, and no others do.',
    faults: (page) => {
      const isInHead = (tag: Parameters<typeof closest>[0]) => closest(tag, ({ name }) => name === 'head') !== null
      const outside = elementsNamed(page, 'title', 'meta', 'base', 'link').filter((tag) => {
        if (isInHead(tag) || closest(tag, ({ name }) => name === 'svg')) return false
        return tag.name !== 'link' || /\b(?:canonical|alternate|icon|manifest)\b/.test(tag.attribs.rel ?? '')
      })
      const [first] = outside
      if (first)
        return fault(
          `A <${first.name}> of the head stands in the body, where crawlers pass over it.`,
          'The page was sent before its head was complete; render it whole.',
        )
      const foreign = page.tags.find(
        ({ parent, name }) => parent && 'name' in parent && parent.name === 'head' && !IN_HEAD.has(name),
      )
      return foreign ? fault(`A <${foreign.name}> stands in the head and ends it early.`, 'Move it into the body.') : []
    },
  },
  {
    id: 'head/charset',
    family: 'head',
    severity: 'error',
    source: 'HTML 4.2.5.4',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'The page declares UTF-8 within its first 1,024 bytes.',
    faults: ({ head: { charset }, html }) => {
      if (charset?.toLowerCase() !== 'utf-8')
        return fault('The page does not say that it is UTF-8.', 'Begin its head with <meta charset="utf-8">.')
      const begin = html.search(/<meta[^>]*charset/i)
      const bytes = new TextEncoder().encode(html.slice(0, begin)).length
      return bytes > CHARSET_WITHIN_BYTES
        ? fault(`The page says only after ${bytes} bytes that it is UTF-8.`, 'Begin its head with it.')
        : []
    },
  },
  {
    id: 'head/viewport',
    family: 'head',
    severity: 'error',
    source: 'R21 (1.4.4, 1.4.10)',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'The page fits the width of a device and can be zoomed.',
    faults: ({ head }) => {
      const viewports = head.names.get('viewport') ?? []
      const [viewport = ''] = viewports
      if (viewports.length !== 1 || !/width\s*=\s*device-width/.test(viewport))
        return fault('The page does not fit itself to phones.', 'Give it one viewport with width=device-width.')
      if (/user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[01](?:\.\d+)?(?:,|$)/.test(viewport))
        return fault('Readers may not enlarge the page.', 'Take user-scalable and maximum-scale out of the viewport.')
      return []
    },
  },
  {
    id: 'head/language',
    family: 'head',
    severity: 'error',
    source: 'R21 (3.1.1), R20',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'The page declares its language and the text direction of that language.',
    faults: ({ language, tags }) => {
      if (!isLanguageTag(language))
        return fault(
          language ? `There is no language ${quoteText(language)}.` : 'The page does not say in which language it is.',
          'Choose the language of the story.',
        )
      const direction = tags.find(({ name }) => name === 'html')?.attribs.dir || 'ltr'
      return direction === directionOf(language)
        ? []
        : fault(
            `The page is in ${quoteText(language)} but laid out for the other side.`,
            `Set its direction to ${directionOf(language)}.`,
          )
    },
  },
  {
    id: 'head/duplicates',
    family: 'head',
    severity: 'error',
    source: 'R22',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'No tag that may occur only once occurs twice in the head.',
    faults: ({ head }) => {
      // Each author has a tag of their own.
      const many = /^(?:author|theme-color|og:image|og:image:.+|og:locale:alternate|article:(?:author|tag))$/
      const twice = [...head.names, ...head.properties].filter(([key, all]) => all.length > 1 && !many.test(key))
      const own = new Set(['description', 'robots', 'viewport'])
      return twice.flatMap(([key]) =>
        own.has(key) ? [] : fault(`The head says ${quoteText(key)} more than once.`, 'Leave one of them.'),
      )
    },
  },
  {
    id: 'head/no-refresh',
    family: 'head',
    severity: 'error',
    source: 'R21 (2.2.1, 3.2.5)',
    on: ALL_KINDS,
    mendedIn: null,
    requirement: 'No meta refresh reloads or redirects the page.',
    faults: (page) =>
      elementsNamed(page, 'meta').some(({ attribs }) => attribs['http-equiv']?.toLowerCase() === 'refresh')
        ? fault('The page reloads itself or leads elsewhere by itself.', 'Answer with a redirect instead.')
        : [],
  },
  {
    id: 'head/hreflang',
    family: 'head',
    severity: 'error',
    source: 'R20',
    on: PRESENT,
    mendedIn: null,
    requirement:
      'Versions in other languages are listed completely: each once, with a valid language and an absolute URL, the page itself included.',
    faults: ({ head: { alternates, canonicals }, language, url }) => {
      if (!alternates.length) return []
      const tags = alternates.map(({ hreflang }) => hreflang.toLowerCase())
      const wrong = alternates.find(
        ({ hreflang }) => hreflang.toLowerCase() !== 'x-default' && !isLanguageTag(hreflang),
      )
      if (wrong)
        return fault(
          `A version is listed for ${quoteText(wrong.hreflang)}, which is no language.`,
          'Choose the language of that version.',
        )
      const twice = tags.find((tag, place) => tags.indexOf(tag) !== place)
      if (twice)
        return fault(
          `Two versions of the story are listed for the language ${quoteText(twice)}.`,
          'Give one of them its own language, or part them.',
        )
      const partial = alternates.find(({ href }) => !/^https?:\/\//.test(href))
      if (partial)
        return fault(
          `The version at ${quoteText(partial.href)} is not listed by its whole address.`,
          'Write it with https:// and the host.',
        )
      const own = canonicals[0] ?? url
      const self = alternates.find(({ href, hreflang }) => href === own && hreflang !== 'x-default')
      if (!self) return fault('The list of versions lacks this one.', 'List it with the others.')
      return self.hreflang.toLowerCase() === language.toLowerCase()
        ? []
        : fault(
            `The page is in ${quoteText(language)} but listed as ${quoteText(self.hreflang)}.`,
            'Choose the language in which the story is written.',
          )
    },
  },
  {
    id: 'head/hreflang-fallback',
    family: 'head',
    severity: 'error',
    source: 'R20',
    on: PRESENT,
    mendedIn: null,
    requirement: 'A list of versions in other languages includes the original as x-default, when that is public.',
    faults: (page) => {
      const story = articleMarkup(page)
      const hasOriginal =
        page.kind !== 'article' || 'workTranslation' in (story ?? {}) || 'translationOfWork' in (story ?? {})
      const { alternates } = page.head
      return !alternates.length ||
        !hasOriginal ||
        alternates.some(({ hreflang }) => hreflang.toLowerCase() === 'x-default')
        ? []
        : fault('No version is named for readers of other languages.', 'Name the original as x-default.')
    },
  },
  {
    id: 'head/hreflang-return',
    family: 'head',
    severity: 'error',
    source: 'R20',
    on: PRESENT,
    mendedIn: null,
    requirement: 'Every listed version answers 200 and lists this page in return.',
    faults: ({ head: { alternates, canonicals }, url }, { addresses }) => {
      const own = canonicals[0] ?? url
      return alternates.flatMap(({ href, hreflang }) => {
        const address = addresses.get(href)
        if (href === own || !address) return []
        if (address.status !== 200)
          return fault(
            `The version in ${quoteText(hreflang)} ${answerWords(address.status)}.`,
            'Part the two stories, or bring that one back.',
          )
        const returns = !address.page || address.page.head.alternates.some((back) => back.href === own)
        return returns
          ? []
          : fault(
              `The version in ${quoteText(hreflang)} does not name this one in turn.`,
              'Let both name the same original.',
            )
      })
    },
  },
  {
    id: 'head/feeds',
    family: 'head',
    severity: 'error',
    source: 'R14, R15',
    on: ['front', 'list', 'author', 'article'],
    mendedIn: null,
    requirement: 'The page links to at least one feed, and every linked feed has a title.',
    faults: ({ head: { feeds } }) => {
      if (!feeds.length) return fault('The page names no feed.', 'Name the feed of the paper, or of the section.')
      const unnamed = feeds.find(({ title, href }) => !title.trim() || !href)
      return unnamed ? fault(`The feed ${quoteText(unnamed.href)} has no name.`, 'Give it a title.') : []
    },
  },
  {
    id: 'head/feeds-answer',
    family: 'head',
    severity: 'error',
    source: 'R15',
    on: PRESENT,
    mendedIn: null,
    requirement: 'Every feed that the page links to answers 200.',
    faults: (page, { addresses }) =>
      page.head.feeds.flatMap(({ href, title }) => {
        const status = addresses.get(absoluteUrl(href, page) ?? '')?.status ?? 200
        return status === 200
          ? []
          : fault(`The feed ${quoteText(title)} ${answerWords(status)}.`, 'Name a feed that is there.')
      }),
  },
  {
    id: 'head/identity',
    family: 'head',
    severity: 'advice',
    source: 'promise: icons, web manifest, theme colour',
    on: PRESENT,
    mendedIn: null,
    requirement: 'The page has an icon, a web manifest and a theme colour.',
    faults: (page) => {
      const rels = elementsNamed(page, 'link').map(({ attribs }) => attribs.rel ?? '')
      const missing = [
        ...(rels.some((rel) => /\bicon\b/.test(rel)) ? [] : ['an icon']),
        ...(rels.includes('manifest') ? [] : ['a web manifest']),
        ...(page.head.names.has('theme-color') ? [] : ['a theme colour']),
      ]
      return missing.length ? fault(`The page lacks ${missing.join(' and ')}.`, 'Name them in the head.') : []
    },
  },
]
