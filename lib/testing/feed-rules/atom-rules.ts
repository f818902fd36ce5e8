import { DomUtils } from 'htmlparser2'
import { ATOM_SCHEMA } from '@/lib/testing/feed-rules/atom-schema'
import { htmlProblems } from '@/lib/testing/feed-rules/html-rules'
import {
  childrenOf,
  parserProblems,
  repeated,
  rootOf,
  textOf,
  type XmlElement,
} from '@/lib/testing/feed-rules/parse-xml'

/** The problems of `xml` by RFC 4287 (Atom 1.0) and by the additional promises of this paper, in words; empty when it is valid. */
export async function atomProblems(xml: string): Promise<string[]> {
  const against = await parserProblems(xml, ATOM_SCHEMA)
  const feed = rootOf(xml)
  if (against.length || !feed) return ['it is not valid by the schema', ...against]
  const entries = childrenOf(feed, 'entry')
  const ids = entries.map((entry) => textOf(entry, 'id') ?? '')
  const deleted = childrenOf(feed, 'at:deleted-entry').map(({ attribs }) => attribs.ref ?? '')
  const updated = Math.max(...entries.map((entry) => instantOf(entry, 'updated')))
  return [
    ...linkProblems(feed, 'self', 'application/atom+xml'),
    ...linkProblems(feed, 'alternate', 'text/html'),
    ...relations(feed)
      .filter((rel) => !['self', 'alternate', 'hub'].includes(rel))
      .map((rel) => `nobody knows rel="${rel}"`),
    ...(entries.length && instantOf(feed, 'updated') !== updated ? ['the feed is not as new as its newest entry'] : []),
    // 4.1.1: no two entries share both id and updated; in this paper no two share an id.
    ...repeated(ids).map((id) => `the id ${id} repeats`),
    ...repeated([...deleted, ...ids.filter((id) => deleted.includes(id))]).map((id) => `${id} is deleted and there`),
    ...entries.flatMap((entry) => entryProblems(entry)),
    ...(entries.some((entry, place) => {
      const before = entries[place - 1]
      return before && instantOf(entry, 'published') > instantOf(before, 'published')
    })
      ? ['an entry stands behind an older one']
      : []),
  ]
}

function entryProblems(entry: XmlElement): string[] {
  const html = textOf(entry, 'content')
  return [
    ...linkProblems(entry, 'alternate', 'text/html'),
    ...(instantOf(entry, 'updated') < instantOf(entry, 'published')
      ? ['an entry was updated before it was published']
      : []),
    // 4.1.1.1: an entry without content needs a summary.
    ...(html === null && textOf(entry, 'summary') === null ? ['an entry has neither content nor summary'] : []),
    ...(html === null ? [] : htmlProblems(html)),
    ...(textOf(entry, 'title')?.trim() ? [] : ['an entry has no title']),
    ...repeated(childrenOf(entry, 'category').map(({ attribs }) => attribs.term ?? '')).map(
      (term) => `the category "${term}" repeats`,
    ),
  ]
}

function linkProblems(parent: XmlElement, rel: string, type: string): string[] {
  const links = childrenOf(parent, 'link').filter(({ attribs }) => (attribs.rel ?? 'alternate') === rel)
  return links.length === 1 && links[0]?.attribs.type === type
    ? []
    : [`<${parent.name}> does not have exactly one link rel="${rel}" of type ${type}`]
}

function relations(parent: XmlElement): string[] {
  return childrenOf(parent, 'link').map(({ attribs }) => attribs.rel ?? 'alternate')
}

function instantOf(parent: XmlElement, name: string): number {
  const [found] = childrenOf(parent, name)
  return found ? Date.parse(DomUtils.textContent(found)) : Number.NaN
}
