import { authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import type { Author, Section, Topic } from '@/lib/article/article'
import { sectionDepth } from '@/lib/paper/section-line'

/** A section, a topic or an author: something of the paper with a name and an address. */
export interface NamedThing {
  id: number
  name: string
  slug: string
  /** Where readers find it. */
  path: string
  /** What else is said of it, by the name of the form's field. */
  more: Record<string, string>
  /** Steps below the top of the tree. */
  depth: number
}

/** Sections in the order given, which is that of the tree. */
export function namedSections(sections: Section[]): NamedThing[] {
  return sections.map(({ id, name, slug }) => ({
    ...{ id, name, slug, path: sectionPath(slug), more: {} },
    depth: sectionDepth(sections, id),
  }))
}

export function namedTopics(topics: Topic[]): NamedThing[] {
  return topics.map(({ id, name, slug }) => ({ id, name, slug, path: topicPath(slug), more: {}, depth: 0 }))
}

export function namedAuthors(authors: Author[]): NamedThing[] {
  return authors.map(({ id, name, slug, role, bio }) => ({
    ...{ id, name, slug, path: authorPath(slug), depth: 0 },
    more: { role, bio },
  }))
}
