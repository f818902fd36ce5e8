import { and, desc, isNull, sql } from 'drizzle-orm'
import { isOwn } from '@/db/editing/ownership'
import { ALL_OUT, NOT_OUT, type NumberSpan, publishedSpan } from '@/db/search/document-number'
import { headNumbers } from '@/db/search/find-numbers'
import { foundSubjects } from '@/db/search/found-subjects'
import { type MeantQuery, meantQuery } from '@/db/search/meant-terms'
import type { Reader } from '@/db/store/open'
import { articles, authors, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { DeskSuggestion } from '@/lib/desk/list/desk-suggestion'
import { beginsWith } from '@/lib/search/begun-words'
import { parseSearchQuery } from '@/lib/search/query'
import { visibleText } from '@/lib/text/visible-text'

/** Of the newest stories that are out so many are looked at; of the others, and for an editor who has only own ones, more. */
const LOOKED_AT = 200
const LOOKED_AT_FOR_OWN = 20_000
const MAX_NAMES = 3

/**
 * What `editor` may mean by `typed`, whose last word may go on: sections and authors with all of its words in their names,
 * to which the list of stories can be narrowed, then stories with all of them in the headline, the last saved first;
 * at most `most`. Of the stories only those in the list of the editor: drafts as well, deleted ones not, and for
 * somebody who may not see every article only their own.
 */
export async function deskSuggestions(
  db: Reader,
  { typed, editor, now, most }: { typed: string; editor: Pick<Editor, 'id' | 'role'>; now: Date; most: number },
): Promise<DeskSuggestion[]> {
  const query = parseSearchQuery(typed)
  if (!query) return []
  const meant = await meantQuery(db, query, 'begun')
  const places = await db.select({ id: sections.id, name: sections.name }).from(sections).orderBy(sections.id)
  const people = await namedAuthors(db, meant, now)
  const names: DeskSuggestion[] = [
    ...places.map(({ id, name }) => ({ kind: 'section' as const, id, words: name })),
    ...people.map(({ id, name }) => ({ kind: 'author' as const, id, words: name })),
  ]
  const near = names.filter(({ words }) => beginsWith(words, typed)).slice(0, MAX_NAMES)
  const stories = [
    ...(await storiesIn(db, { meant, editor, span: ALL_OUT, most })),
    ...(await storiesIn(db, { meant, editor, span: NOT_OUT, most })),
  ].sort((one, other) => other.savedAt.getTime() - one.savedAt.getTime() || other.id - one.id)
  return [
    ...near,
    ...stories.map(({ id, headline }) => ({ kind: 'story' as const, id, words: visibleText(headline) })),
  ].slice(0, most)
}

interface Called {
  meant: MeantQuery
  editor: Pick<Editor, 'id' | 'role'>
  span: NumberSpan
  most: number
}

/** The last saved of the editor's stories with all words in the headline. */
async function storiesIn(db: Reader, { meant, editor, span, most }: Called) {
  const seesAll = can(editor, 'see every article')
  const from = span === NOT_OUT ? 'oldest' : 'newest'
  const looked = from === 'newest' && seesAll ? LOOKED_AT : LOOKED_AT_FOR_OWN
  const where = { columns: ['headline'] as const, most: looked, from } as const
  const numbers = await headNumbers(db, { meant, subjects: {}, span }, where)
  if (!numbers.length) return []
  const isCalled = sql`${articles.id} in (select article_id from search_documents where number in (
    select value from json_each(${JSON.stringify(numbers)})))`
  return db
    .select({ id: articles.id, headline: articles.headline, savedAt: articles.savedAt })
    .from(articles)
    .where(and(isCalled, isNull(articles.deletedAt), seesAll ? undefined : isOwn(editor.id)))
    .orderBy(desc(articles.savedAt), desc(articles.id))
    .limit(most)
}

/** Authors of stories in whose names the words stand. */
async function namedAuthors(db: Reader, meant: MeantQuery, now: Date): Promise<{ id: number; name: string }[]> {
  const asked = { meant, subjects: {}, span: publishedSpan({ until: now }) }
  const numbers = await headNumbers(db, asked, { columns: ['names', 'others'], most: LOOKED_AT })
  const slugs = (await foundSubjects(db, numbers)).authors.map(({ slug }) => slug)
  if (!slugs.length) return []
  return db
    .select({ id: authors.id, name: authors.name })
    .from(authors)
    .where(isOneOf(authors.slug, slugs))
    .orderBy(authors.id)
}
