import { eq, sql } from 'drizzle-orm'
import { freeNumber } from '@/db/search/document-number'
import { addWords } from '@/db/search/vocabulary'
import type { Transaction } from '@/db/store/open'
import { articles, articleTopics, bylines } from '@/db/store/schema'
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
 * Indexes article `id` by this text and by what its row says (state, date, section, topics, authors, kind, language), in
 * place of what was indexed before. Call it in the transaction of the save, behind the rows. Throws when the article
 * does not exist.
 */
export async function indexArticle(tx: Transaction, { id, ...text }: SearchText): Promise<void> {
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
  await removeFromIndex(tx, id)
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
}

/** Removes article `id` from the index; does nothing when it is not there. */
export async function removeFromIndex(tx: Transaction, id: number): Promise<void> {
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
