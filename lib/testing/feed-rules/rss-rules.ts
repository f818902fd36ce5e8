import { DomUtils } from 'htmlparser2'
import { htmlProblems, isAbsoluteUrl } from '@/lib/testing/feed-rules/html-rules'
import {
  childrenOf,
  parserProblems,
  repeated,
  rootOf,
  textOf,
  type XmlElement,
} from '@/lib/testing/feed-rules/parse-xml'

/** The namespaces of the modules, by which readers recognise them; prefixes may differ. */
const MODULES: Record<string, string> = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

type Often = 'once' | 'at most once' | 'often'

const IN_CHANNEL: Record<string, Often> = {
  title: 'once',
  link: 'once',
  description: 'once',
  language: 'once',
  copyright: 'at most once',
  lastBuildDate: 'at most once',
  ttl: 'at most once',
  'atom:link': 'often',
  item: 'often',
}
const IN_ITEM: Record<string, Often> = {
  title: 'once',
  link: 'once',
  guid: 'once',
  pubDate: 'once',
  'atom:updated': 'once',
  description: 'at most once',
  'content:encoded': 'at most once',
  enclosure: 'at most once',
  'dc:creator': 'often',
  'dc:language': 'at most once',
  category: 'often',
  'media:content': 'at most once',
}

// RFC 822, section 5, with the four-digit year that the profile requires.
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/

/**
 * The problems of `xml` by the specification of RSS 2.0, the best practices of the RSS Advisory Board and the additional
 * promises of this paper, in words; empty when it is valid.
 */
export async function rssProblems(xml: string): Promise<string[]> {
  const unreadable = await parserProblems(xml)
  const root = rootOf(xml)
  if (unreadable.length || !root) return ['it is not well-formed', ...unreadable]
  const [channel, second] = childrenOf(root)
  if (root.name !== 'rss' || root.attribs.version !== '2.0') return ['it is not RSS 2.0']
  if (channel?.name !== 'channel' || second) return ['there is not exactly one channel']
  return [
    ...Object.entries(MODULES).flatMap(([prefix, address]) =>
      root.attribs[prefix] === address ? [] : [`${prefix} does not stand for ${address}`],
    ),
    ...contentProblems(channel, IN_CHANNEL),
    ...channelProblems(channel),
    ...childrenOf(channel, 'item').flatMap(itemProblems),
    ...orderProblems(channel),
  ]
}

function contentProblems(parent: XmlElement, allowed: Record<string, Often>): string[] {
  const names = childrenOf(parent).map(({ name }) => name)
  return [
    ...names.filter((name) => !(name in allowed)).map((name) => `<${name}> does not belong into <${parent.name}>`),
    ...Object.entries(allowed).flatMap(([name, often]) => {
      const count = names.filter((other) => other === name).length
      if (often === 'once' && count === 0) return [`<${parent.name}> lacks <${name}>`]
      return often !== 'often' && count > 1 ? [`<${parent.name}> has ${count} of <${name}>`] : []
    }),
    ...childrenOf(parent)
      .filter((child) => !child.attribs.href && !child.attribs.url && !DomUtils.textContent(child).trim())
      .map(({ name }) => `<${name}> in <${parent.name}> is empty`),
  ]
}

function channelProblems(channel: XmlElement): string[] {
  const language = textOf(channel, 'language') ?? ''
  const ttl = textOf(channel, 'ttl')
  const links = childrenOf(channel, 'atom:link').map(({ attribs }) => attribs)
  const own = links.filter(({ rel }) => rel === 'self')
  const built = textOf(channel, 'lastBuildDate')
  return [
    ...(isAbsoluteUrl(textOf(channel, 'link') ?? '') ? [] : ['the address of the channel is not whole']),
    ...(LANGUAGE.test(language) ? [] : [`"${language}" is no language tag`]),
    ...(ttl === null || /^[1-9]\d*$/.test(ttl) ? [] : [`the ttl "${ttl}" is no number of minutes`]),
    ...(own.length === 1 ? [] : ['the feed does not name exactly one address of its own']),
    ...(own.every(({ type }) => type === 'application/rss+xml')
      ? []
      : ['the feed names its own address as another type']),
    ...links.filter(({ rel }) => rel !== 'self' && rel !== 'hub').map(({ rel }) => `nobody knows a link rel="${rel}"`),
    ...links.filter(({ href = '' }) => !isAbsoluteUrl(href)).map(({ href }) => `the link "${href}" is not whole`),
    ...(built === null ? [] : dateProblems('lastBuildDate', built)),
  ]
}

function itemProblems(item: XmlElement): string[] {
  const [guid] = childrenOf(item, 'guid')
  const [html, description] = [textOf(item, 'content:encoded'), textOf(item, 'description')]
  const [published = '', updated = ''] = [textOf(item, 'pubDate') ?? '', textOf(item, 'atom:updated') ?? '']
  const isPermaLink = guid?.attribs.isPermaLink ?? 'true'
  return [
    ...contentProblems(item, IN_ITEM),
    ...(isAbsoluteUrl(textOf(item, 'link') ?? '') ? [] : ['the address of an item is not whole']),
    ...(isPermaLink === 'false' || isAbsoluteUrl(textOf(item, 'guid') ?? '') ? [] : ['a guid claims to be an address']),
    ...dateProblems('pubDate', published),
    ...(RFC_3339.test(updated) ? [] : [`atom:updated "${updated}" is not RFC 3339`]),
    ...(Date.parse(updated) < Date.parse(published) ? ['an item was updated before it was published'] : []),
    ...(description !== null && /<[a-z!/]/i.test(description) ? ['a description is not plain'] : []),
    ...(description !== null && /&(?!(?:amp|lt|gt|#13);)/.test(description)
      ? ['a description holds a bare ampersand']
      : []),
    ...(html === null ? [] : htmlProblems(html)),
    ...repeated(childrenOf(item, 'category').map(DomUtils.textContent)).map((name) => `the category "${name}" repeats`),
    ...childrenOf(item, 'enclosure').flatMap(({ attribs: { url = '', length = '', type = '' } }) =>
      isAbsoluteUrl(url) && /^\d+$/.test(length) && type.includes('/')
        ? []
        : ['an enclosure lacks its address, length or type'],
    ),
    ...childrenOf(item, 'media:content').flatMap(({ attribs: { url = '', type = '', medium } }) =>
      isAbsoluteUrl(url) && type.includes('/') && medium === 'image'
        ? []
        : ['media:content lacks its address, type or medium'],
    ),
  ]
}

function orderProblems(channel: XmlElement): string[] {
  const items = childrenOf(channel, 'item')
  const published = items.map((item) => Date.parse(textOf(item, 'pubDate') ?? ''))
  const newest = Math.max(...items.map((item) => Date.parse(textOf(item, 'atom:updated') ?? '')))
  const built = textOf(channel, 'lastBuildDate')
  return [
    ...repeated(items.map((item) => textOf(item, 'guid') ?? '')).map((guid) => `the guid ${guid} repeats`),
    ...(published.some((instant, place) => instant > (published[place - 1] ?? instant))
      ? ['an item stands behind an older one']
      : []),
    ...((built === null) === (items.length === 0) && (built === null || Date.parse(built) === newest)
      ? []
      : ['lastBuildDate is not the newest change']),
  ]
}

function dateProblems(name: string, words: string): string[] {
  if (!RFC_822.test(words) || Number.isNaN(Date.parse(words))) return [`${name} "${words}" is not RFC 822`]
  // Date.parse ignores the day of the week.
  const [, offset = '+0000'] = / ([+-]\d{4})$/.exec(words) ?? []
  const minutes = Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3)))
  const there = new Date(Date.parse(words) + minutes * 60_000).toUTCString()
  return there.slice(0, 3) === words.slice(0, 3) ? [] : [`${name} "${words}" was another day of the week`]
}
