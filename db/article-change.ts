import { isDeepStrictEqual } from 'node:util'
import { asc, eq, inArray } from 'drizzle-orm'
import { surroundingsOf } from '@/db/article-surroundings'
import { keepLinks } from '@/db/links'
import { type Db, expire } from '@/db/open'
import { keepRevision } from '@/db/revisions'
import { type ArticleSnapshot, articles, articleTopics, authors, bylines, sections, topics } from '@/db/schema'
import { indexArticle } from '@/db/search'
import { staleTags } from '@/db/stale-tags'
import { dropWorkingCopy, isKeptAside, keepAside, movedOver, workingCopyOf } from '@/db/working-copies'
import { parseBody } from '@/lib/body'
import { bodyWords } from '@/lib/body-words'
import { manuscriptOf } from '@/lib/manuscript'
import { same } from '@/lib/merging/same'

/** An article as the store holds it, with what the desk must know to change it. */
export interface StoredArticle {
  id: number
  version: number
  /** null without an embargo. */
  embargoUntil: Date | null
  snapshot: ArticleSnapshot
}

/** A save: what the article is to be, and who changes it, when and why. */
export interface ArticleSave {
  after: ArticleSnapshot
  /** Left out, the embargo stays as it is. */
  embargoUntil?: Date | null
  by: string
  now: Date
  reason: string
  /** Names a save of a writing room; left out for verbs. */
  saveKey?: string
}

/**
 * The article as it stands at `now`: a due story is published, one past its end withdrawn, whatever it was called when
 * it was last saved. Throws when there is none.
 */
export async function storedArticle(db: Db, id: number, now: Date): Promise<StoredArticle> {
  const [row] = await db.select().from(articles).where(eq(articles.id, id))
  if (!row) throw new Error(`article ${id} does not exist`)
  const topicRows = await db
    .select({ id: articleTopics.topicId })
    .from(articleTopics)
    .where(eq(articleTopics.articleId, id))
    .orderBy(asc(articleTopics.position))
  const bylineRows = await db
    .select({ authorId: bylines.authorId, name: bylines.name })
    .from(bylines)
    .where(eq(bylines.articleId, id))
    .orderBy(asc(bylines.position))
  return {
    id,
    version: row.version,
    embargoUntil: row.embargoUntil,
    snapshot: {
      state: stateAt(row, now),
      kind: row.kind,
      headline: row.headline,
      kicker: row.kicker,
      standfirst: row.standfirst,
      body: row.body,
      slug: row.slug,
      sectionId: row.sectionId,
      dateline: row.dateline,
      language: row.language,
      leadMediaId: row.leadMediaId,
      seoTitle: row.seoTitle,
      seoDescription: row.seoDescription,
      topicIds: topicRows.map((topic) => topic.id),
      bylines: bylineRows,
      publishedAt: row.publishedAt?.getTime() ?? null,
      updatedAt: row.updatedAt?.getTime() ?? null,
      withdrawnAt: row.withdrawnAt?.getTime() ?? null,
      withdrawalReason: row.withdrawalReason,
    },
  }
}

/** Puts a new article into the store with everything that hangs on it and answers its id; in the open transaction. */
export async function addArticle(tx: Db, save: ArticleSave & { createdAt: Date }): Promise<number> {
  const { after, now } = save
  const [row] = await tx
    .insert(articles)
    .values({ ...columns(save), createdAt: save.createdAt, version: 1 })
    .returning({ id: articles.id })
  if (!row) throw new Error('the store gave a new article no id')
  const { id } = row
  await keepAround(tx, { id, version: 1, save })
  const surroundings = await surroundingsOf(tx, { id, before: null, after, now })
  await expire(tx, staleTags({ id, before: null, after, surroundings }, now), now)
  return id
}

/**
 * Saves `save.after` over `article` with everything that hangs on it and answers the new version; in the open
 * transaction. A working copy moves over to the new text: it stays beside an article that readers have or will have,
 * as a version of its own, and goes into any other.
 */
export async function changeArticle(tx: Db, article: StoredArticle, save: ArticleSave): Promise<number> {
  const { id, snapshot: before } = article
  const { by, now } = save
  const copy = await workingCopyOf(tx, id)
  const manuscript = copy && (await movedOver(tx, { id, copy, before, after: save.after, now }))
  if (!manuscript) return saveOver(tx, article, save)
  if (!isKeptAside(save.after.state)) {
    await dropWorkingCopy(tx, id)
    const sectionId = manuscript.sectionId ?? save.after.sectionId
    return saveOver(tx, article, { ...save, after: { ...save.after, ...manuscript, sectionId } })
  }
  const version = await saveOver(tx, article, save)
  if (same(manuscript, manuscriptOf(save.after))) {
    await dropWorkingCopy(tx, id)
    return version
  }
  const changed = { id, version, snapshot: save.after }
  return keepAside(tx, { article: changed, manuscript, by, now, reason: 'carried over' })
}

async function saveOver(tx: Db, article: StoredArticle, save: ArticleSave): Promise<number> {
  const { id, snapshot: before } = article
  const { after, now } = save
  const version = article.version + 1
  await tx
    .update(articles)
    .set({ ...columns(save), version })
    .where(eq(articles.id, id))
  await keepAround(tx, { id, version, save })
  const surroundings = await surroundingsOf(tx, { id, before, after, now })
  await expire(tx, staleTags({ id, before, after, surroundings }, now), now)
  return version
}

/** The same, unless nothing differs: then nothing is saved and the version stays. */
export async function saveIfChanged(tx: Db, article: StoredArticle, save: ArticleSave): Promise<{ version: number }> {
  const otherEmbargo =
    save.embargoUntil !== undefined && save.embargoUntil?.getTime() !== article.embargoUntil?.getTime()
  if (!otherEmbargo && isDeepStrictEqual(save.after, article.snapshot)) return { version: article.version }
  return { version: await changeArticle(tx, article, save) }
}

function stateAt(
  { state, publishedAt, withdrawnAt }: typeof articles.$inferSelect,
  now: Date,
): ArticleSnapshot['state'] {
  if (state !== 'scheduled' && state !== 'published') return state
  if (withdrawnAt && withdrawnAt <= now) return 'withdrawn'
  return publishedAt && publishedAt <= now ? 'published' : 'scheduled'
}

function columns({ after, embargoUntil, now }: ArticleSave) {
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

interface Kept {
  id: number
  version: number
  save: ArticleSave
}

async function keepAround(tx: Db, { id, version, save }: Kept): Promise<void> {
  const { after, by, now, reason, saveKey } = save
  await tx.delete(articleTopics).where(eq(articleTopics.articleId, id))
  if (after.topicIds.length) {
    await tx
      .insert(articleTopics)
      .values(after.topicIds.map((topicId, position) => ({ articleId: id, topicId, position })))
  }
  await tx.delete(bylines).where(eq(bylines.articleId, id))
  if (after.bylines.length) {
    await tx.insert(bylines).values(after.bylines.map((byline, position) => ({ articleId: id, position, ...byline })))
  }
  await keepLinks(tx, id, after.body)
  await keepRevision(tx, { articleId: id, version, snapshot: after, savedAt: now, savedBy: by, reason, saveKey })
  await indexArticle(tx, {
    id,
    headline: after.headline,
    standfirst: after.standfirst,
    body: bodyWords(after.body),
    names: await namesAround(tx, after),
  })
}

/** The names of authors, topics, section and place by which readers look for a story. */
async function namesAround(
  tx: Db,
  { bylines: names, topicIds, sectionId, dateline }: ArticleSnapshot,
): Promise<string> {
  const authorIds = names.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]))
  const rows = await tx
    .select({ name: authors.name })
    .from(authors)
    .where(inArray(authors.id, authorIds))
    .unionAll(tx.select({ name: topics.name }).from(topics).where(inArray(topics.id, topicIds)))
    .unionAll(
      tx
        .select({ name: sections.name })
        .from(sections)
        .where(inArray(sections.id, sectionId === null ? [] : [sectionId])),
    )
  return [...rows.map(({ name }) => name), ...names.map(({ name }) => name ?? ''), dateline].filter(Boolean).join(' · ')
}

function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms)
}
