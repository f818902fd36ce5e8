import { eq, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { picturesByIds } from '@/db/pictures/pictures'
import { hasAuthorPage } from '@/db/reading/author-page'
import { isListedAt } from '@/db/reading/listed-stories'
import { users } from '@/db/store/account-schema'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics, authors, bylines, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { authorPath, topicPath } from '@/lib/addresses/paths'
import { type ListedAuthor, type ListedTopic, NAMES_PER_PAGE, type NamesPage } from '@/lib/desk/paper/listed-names'
import { nameSearchKey } from '@/lib/text/name-key'

export interface NamesQuery {
  /** Only names that contain them, whatever the case and the accents; empty for all. */
  words: string
  /** From 1. */
  page: number
  now: Date
}

/** The topics with these words in their name, by name, ties by id; a page of them, and how many there are. */
export async function listedTopics(db: Reader, query: NamesQuery): Promise<NamesPage<ListedTopic>> {
  const all = await db.select({ id: topics.id, name: topics.name }).from(topics)
  const { ids, total } = pageOf(all, query)
  const rows = await db.select().from(topics).where(isOneOf(topics.id, ids))
  const { topicId, articleId } = articleTopics
  const uses = usesOf(db, {
    kind: 'topic',
    ids,
    of: { table: articleTopics, name: topicId, articleId },
    now: query.now,
  })
  const items = rows.map((row) => ({ ...row, path: topicPath(row.slug), ...useOf(uses, row.id) }))
  return { items: inOrder(items, ids), total }
}

/** The authors with these words in their name, by name, ties by id; a page of them, and how many there are. */
export async function listedAuthors(db: Reader, query: NamesQuery): Promise<NamesPage<ListedAuthor>> {
  const all = await db.select({ id: authors.id, name: authors.name }).from(authors)
  const { ids, total } = pageOf(all, query)
  const rows = await db
    .select({ author: authors, account: { id: users.id, name: users.name }, hasPage: sql<number>`${hasAuthorPage()}` })
    .from(authors)
    .leftJoin(users, eq(users.id, authors.userId))
    .where(isOneOf(authors.id, ids))
  const pictures = await picturesByIds(
    db,
    rows.flatMap(({ author }) => author.portraitId ?? []),
  )
  const { authorId, articleId } = bylines
  const uses = usesOf(db, { kind: 'author', ids, of: { table: bylines, name: authorId, articleId }, now: query.now })
  const items = rows.map(({ author, account, hasPage }) => {
    const { id, name, slug, role, bio, email, links, portraitId } = author
    return {
      id,
      name,
      slug,
      role,
      bio,
      email,
      links,
      account,
      path: authorPath(slug),
      hasPage: Boolean(hasPage),
      portrait: portraitId === null ? null : (pictures.get(portraitId) ?? null),
      ...useOf(uses, id),
    }
  })
  return { items: inOrder(items, ids), total }
}

/** How many stories have a name, those in the bin aside, and when the newest that readers have was published. */
interface Use {
  stories: number
  /** Epoch milliseconds; null when readers have none. */
  newestAt: number | null
}

/** Where stories have names: the column of the name and that of the story. */
interface NamesOfStories {
  table: SQLiteTable
  name: SQLiteColumn
  articleId: SQLiteColumn
}

/**
 * The use of each of these names, by id. Only rows of indexes are counted: in a large archive most stories have a name of the
 * page, and each of their own rows lies elsewhere in the file.
 */
function usesOf(
  db: Reader,
  { kind, ids, of, now }: { kind: 'topic' | 'author'; ids: number[]; of: NamesOfStories; now: Date },
): Map<number, Use> {
  const { table, name, articleId } = of
  const rows = db.all<Use & { id: number }>(sql`
    select names.value as id,
      (select count(*) from ${table} where ${name} = names.value) - (
        select count(*) from ${articles} cross join ${table} on ${articleId} = ${articles.id}
        where ${articles.deletedAt} is not null and ${name} = names.value) as stories,
      (select published_at from listed_stories where kind = ${kind} and list_id = names.value and ${isListedAt(now)}
        order by published_at desc limit 1) as newestAt
    from json_each(${JSON.stringify(ids)}) as names`)
  return new Map(rows.map(({ id, ...use }) => [id, use]))
}

function useOf(uses: Map<number, Use>, id: number): Use {
  return uses.get(id) ?? { stories: 0, newestAt: null }
}

/** The ids on the page, in order. A paper has some thousand names, so they are compared here, as people read them. */
function pageOf(all: { id: number; name: string }[], { words, page }: NamesQuery): { ids: number[]; total: number } {
  const found = namedBy(all, words)
  const order = new Intl.Collator('en')
  const sorted = found.toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id)
  return { ids: onPage(sorted, page).map(({ id }) => id), total: found.length }
}

/** Those with these words in their name, whatever the case and the accents, in the same order; all for empty words. */
export function namedBy<Named extends { name: string }>(all: Named[], words: string): Named[] {
  const wanted = nameSearchKey(words.trim())
  return all.filter(({ name }) => nameSearchKey(name).includes(wanted))
}

/** The names of a page, from 1. */
export function onPage<Name>(names: Name[], page: number): Name[] {
  return names.slice((page - 1) * NAMES_PER_PAGE, page * NAMES_PER_PAGE)
}

function inOrder<Item extends { id: number }>(items: Item[], ids: number[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
