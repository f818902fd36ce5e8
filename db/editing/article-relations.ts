import { eq } from 'drizzle-orm'
import type { ArticleSave } from '@/db/editing/article-save'
import { saveLinks } from '@/db/editing/links'
import { saveOutsideLinks } from '@/db/linking/outside-addresses'
import { saveRevision } from '@/db/revisions/revisions'
import { indexArticles, type SearchText } from '@/db/search/index-article'
import type { Reader, Transaction } from '@/db/store/open'
import { articleTopics, authors, bylines, sections, topics } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'
import { parseBody } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import type { ArticleSnapshot } from '@/lib/article/snapshot'

/** The columns of an article after `save`, without id and version. */
export function articleColumns({ after, embargoUntil, now }: ArticleSave) {
  const { topicIds: _topics, bylines: _names, publishedAt, updatedAt, withdrawnAt, ...words } = after
  return {
    ...words,
    body: parseBody(words.body),
    publishedAt: instant(publishedAt),
    updatedAt: instant(updatedAt),
    withdrawnAt: instant(withdrawnAt),
    savedAt: now,
    ...(embargoUntil !== undefined && { embargoUntil }),
  }
}

/** Writes the relations of an article after `save`: topics, bylines, links, the revision, and what it is found by. */
export async function saveRelations(
  tx: Transaction,
  { id, version, save }: { id: number; version: number; save: ArticleSave },
): Promise<void> {
  const { after, by, now, reason, remark, saveKey } = save
  await tx.delete(articleTopics).where(eq(articleTopics.articleId, id))
  const topicRows = after.topicIds.map((topicId, position) => ({ articleId: id, topicId, position }))
  for (const some of insertable(topicRows)) await tx.insert(articleTopics).values(some)
  await tx.delete(bylines).where(eq(bylines.articleId, id))
  const bylineRows = after.bylines.map((byline, position) => ({ articleId: id, position, ...byline }))
  for (const some of insertable(bylineRows)) await tx.insert(bylines).values(some)
  await saveLinks(tx, id, after.body)
  await saveOutsideLinks(tx, id, after.body)
  await saveRevision(tx, {
    articleId: id,
    version,
    snapshot: after,
    savedAt: now,
    by,
    reason,
    remark,
    saveKey,
  })
  await indexSnapshots(tx, [{ id, snapshot: after }])
}

/** Indexes articles by their words, and by the present names of their authors, topics and sections. */
export async function indexSnapshots(
  tx: Transaction,
  stories: readonly { id: number; snapshot: ArticleSnapshot }[],
): Promise<void> {
  const texts: SearchText[] = []
  for (const { id, snapshot } of stories) {
    const { headline, standfirst, body } = snapshot
    texts.push({ id, headline, standfirst, body: bodyWords(body), names: await namesOf(tx, snapshot) })
  }
  await indexArticles(tx, texts)
}

/** The names of authors, topics and section, and the dateline, by which readers can find a story. */
async function namesOf(
  db: Reader,
  { bylines: names, topicIds, sectionId, dateline }: ArticleSnapshot,
): Promise<string> {
  const authorIds = names.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]))
  const rows = await db
    .select({ name: authors.name })
    .from(authors)
    .where(isOneOf(authors.id, authorIds))
    .unionAll(db.select({ name: topics.name }).from(topics).where(isOneOf(topics.id, topicIds)))
    .unionAll(
      db
        .select({ name: sections.name })
        .from(sections)
        .where(isOneOf(sections.id, sectionId === null ? [] : [sectionId])),
    )
  return [...rows.map(({ name }) => name), ...names.map(({ name }) => name ?? ''), dateline].filter(Boolean).join(' · ')
}

function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms)
}
