import { and, eq } from 'drizzle-orm'
import { hasAuthorPage } from '@/db/reading/author-page'
import { correctionsListed } from '@/db/reading/corrections'
import { listedRows, storiesListed } from '@/db/reading/listed-stories'
import type { SubjectList } from '@/db/reading/story-list'
import { timelines } from '@/db/store/linking-schema'
import { mergedAmong } from '@/db/store/merged-names'
import type { Reader } from '@/db/store/open'
import { authors, sections, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { authorPath, correctionsPath, decodeSegment, sectionPath, timelinePath, topicPath } from '@/lib/addresses/paths'
import { LINKED_LISTS, type LinkedList } from '@/lib/article/body'
import { listKey } from '@/lib/linking/references'
import { type Tagged, tags } from '@/lib/pages/tags'

/** A list with numbered pages. */
export type PagedList = SubjectList | { kind: 'corrections' }

const TABLES = { section: sections, topic: topics, author: authors, timeline: timelines }
const KIND_BY_SEGMENT = new Map<string, 'topic' | 'author' | 'timeline'>([
  ['topics', 'topic'],
  ['authors', 'author'],
  ['timelines', 'timeline'],
])
const PATHS = { section: sectionPath, topic: topicPath, author: authorPath, timeline: timelinePath }

/** The list whose present address is `path` (canonical spelling, without a page number); null when there is none. */
export async function pagedListAt(db: Reader, path: string): Promise<PagedList | null> {
  if (path === correctionsPath()) return { kind: 'corrections' }
  const segments = path.slice(1).split('/').map(decodeSegment)
  const name = segments.at(-1)
  const kind =
    segments.length === 1 ? 'section' : segments.length === 2 ? KIND_BY_SEGMENT.get(String(segments[0])) : undefined
  if (!kind || !name) return null
  const table = TABLES[kind]
  const isNamed = eq(table.slug, name)
  const [row] = await db
    .select({ id: table.id })
    .from(table)
    .where(kind === 'author' ? and(isNamed, hasAuthorPage()) : isNamed)
  return row ? { kind, id: row.id } : null
}

/** The present path of the list. Throws when the list does not exist. */
export async function pathOfList(db: Reader, list: PagedList): Promise<string> {
  if (list.kind === 'corrections') return correctionsPath()
  const table = TABLES[list.kind]
  const [row] = await db.select({ slug: table.slug }).from(table).where(eq(table.id, list.id))
  if (!row) throw new Error(`there is no ${list.kind} ${list.id}`)
  return PATHS[list.kind](row.slug)
}

/**
 * The present paths of lists, by `listKey`; one that does not exist is missing, and a topic or an author that was merged
 * has the path of the one that holds its stories. Tagged with every list of `lists`.
 */
export async function pathsOfLists(db: Reader, lists: readonly LinkedList[]): Promise<Tagged<Map<string, string>>> {
  const paths = new Map<string, string>()
  const shown = new Set(lists.map(({ list, id }) => tags[list](id)))
  for (const kind of LINKED_LISTS) {
    const ids = [...new Set(lists.flatMap(({ list, id }) => (list === kind ? [id] : [])))]
    if (!ids.length) continue
    const merged = kind === 'section' ? new Map() : await mergedAmong(db, { kind, ids })
    const present = new Map(ids.map((id): [number, number] => [id, merged.get(id)?.intoId ?? id]))
    const table = TABLES[kind]
    const rows = await db
      .select({ id: table.id, slug: table.slug })
      .from(table)
      .where(isOneOf(table.id, [...present.values()]))
    const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
    for (const [id, at] of present) {
      const slug = slugs.get(at)
      if (slug !== undefined) paths.set(listKey({ list: kind, id }), PATHS[kind](slug))
      shown.add(tags[kind](at))
    }
  }
  return { value: paths, tags: [...shown] }
}

/** The number of stories, or corrections, that the list shows readers at `now`. */
export async function lengthOfList(db: Reader, { list, now }: { list: PagedList; now: Date }): Promise<number> {
  return list.kind === 'corrections'
    ? correctionsListed(db, { now })
    : storiesListed(db, await listedRows(db, list), { now })
}

/**
 * The length of the list, where an article whose end has passed still counts until its row says withdrawn. Each such
 * article leaves the list in the transaction that applies its end.
 */
export async function lengthOfListIgnoringEnds(
  db: Reader,
  { list, now }: { list: PagedList; now: Date },
): Promise<number> {
  return list.kind === 'corrections'
    ? correctionsListed(db, { now, ignoringEnds: true })
    : storiesListed(db, await listedRows(db, list), { now, ignoringEnds: true })
}
