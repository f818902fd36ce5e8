import { eq, sql } from 'drizzle-orm'
import { type IndexedStory, indexRelated, removeRelated } from '@/db/linking/index-related'
import { freeNumber } from '@/db/search/document-number'
import { addWords } from '@/db/search/vocabulary'
import type { Transaction } from '@/db/store/open'
import { articles, articleTopics, bylines } from '@/db/store/schema'
import { STATES_PUBLIC_WHEN_DUE } from '@/lib/article/visibility'
import { termsOfWords } from '@/lib/linking/related/story-terms'
import { FOLD_VERSION } from '@/lib/search/fold-word'
import { BETWEEN_PARTS, subjectWords } from '@/lib/search/subjects'
import { type Word, wordsIn } from '@/lib/search/words'

/** The text by which readers can find an article. */
export interface SearchText {
  id: number
  headline: string
  standfirst: string
  /** The words of the body. */
  body: string
  /** Of authors, topics, section and place. */
  names: string
}

/**
 * Indexes articles by their texts, each once, and by what their rows say (state, date, section, topics, authors, kind,
 * language), in place of what was indexed before: for search, and those that are public or will be by time alone as
 * related stories too. Call it in the transaction of the save, behind the rows; many at once take less time for each.
 * Throws when an article does not exist.
 */
export async function indexArticles(tx: Transaction, texts: readonly SearchText[]): Promise<void> {
  const related: IndexedStory[] = []
  for (const text of texts) {
    const story = await indexWords(tx, text)
    if (story) related.push(story)
    else await removeRelated(tx, text.id)
  }
  if (related.length) await indexRelated(tx, related)
}

/** Indexes one article, as indexArticles does. */
export async function indexArticle(tx: Transaction, text: SearchText): Promise<void> {
  await indexArticles(tx, [text])
}

/** Indexes an article for search, and answers what the index of related stories has of it; null for nothing. */
async function indexWords(tx: Transaction, { id, ...text }: SearchText): Promise<IndexedStory | null> {
  const [row] = await tx
    .select({
      state: articles.state,
      publishedAt: sql<number | null>`${articles.publishedAt}`,
      createdAt: sql<number>`${articles.createdAt}`,
      kind: articles.kind,
      language: articles.language,
      sectionId: articles.sectionId,
    })
    .from(articles)
    .where(eq(articles.id, id))
  if (!row) throw new Error(`article ${id} cannot be indexed: it does not exist`)
  const topicRows = await tx
    .select({ id: articleTopics.topicId })
    .from(articleTopics)
    .where(eq(articleTopics.articleId, id))
  const authorRows = await tx.select({ id: bylines.authorId }).from(bylines).where(eq(bylines.articleId, id))
  const subjects = subjectWords({
    ...row,
    topicIds: topicRows.map((topic) => topic.id),
    authorIds: authorRows.flatMap((author) => (author.id === null ? [] : [author.id])),
  })
  await removeWords(tx, id)
  const number = await freeNumber(tx, row)
  const [headline, standfirst, names, body] = [text.headline, text.standfirst, text.names, text.body].map(wordsIn)
  const [h = [], s = [], n = [], b = []] = [headline, standfirst, names, body]
  const head = [...h, ...s, ...n]
  await tx.run(sql`insert into search_documents (article_id, number, fold) values (${id}, ${number}, ${FOLD_VERSION})`)
  await tx.run(sql`insert into search_heads (rowid, headline, standfirst, names, others, subjects)
    values (${number}, ${joined(h)}, ${joined(s)}, ${joined(n)}, ${others(head)}, ${subjects})`)
  const words = [h, s, n, b].filter((part) => part.length).map(joined)
  await tx.run(sql`insert into search_texts (rowid, words, others, subjects)
    values (${number}, ${words.join(` ${BETWEEN_PARTS} `)}, ${others([...head, ...b])}, ${subjects})`)
  await addWords(
    tx,
    [...head, ...b].flatMap(({ word, others }) => [word, ...others]),
    row.language,
  )
  if (row.publishedAt === null || STATES_PUBLIC_WHEN_DUE.every((state) => state !== row.state)) return null
  const { language, publishedAt } = row
  return { id, publishedAt, terms: termsOfWords({ ...text, language }, { headline: h, standfirst: s, body: b }) }
}

/** Removes article `id` from the index of words and from that of related stories; does nothing when it is not there. */
export async function removeFromIndex(tx: Transaction, id: number): Promise<void> {
  await removeWords(tx, id)
  await removeRelated(tx, id)
}

async function removeWords(tx: Transaction, id: number): Promise<void> {
  const [row] = await tx.all<{ number: number }>(sql`select number from search_documents where article_id = ${id}`)
  if (!row) return
  await tx.run(sql`delete from search_heads where rowid = ${row.number}`)
  await tx.run(sql`delete from search_texts where rowid = ${row.number}`)
  await tx.run(sql`delete from search_documents where article_id = ${id}`)
}

function joined(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ')
}

function others(words: readonly Word[]): string {
  return [...new Set(words.flatMap((word) => word.others))].join(' ')
}
