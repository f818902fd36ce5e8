import { logAction } from '@/db/audit/log'
import { articleColumns } from '@/db/editing/article-relations'
import { articlesThere } from '@/db/editing/links'
import { savePictureUses } from '@/db/pictures/picture-uses'
import { neighboursOf } from '@/db/reading/archive-spans'
import { indexArticles, type SearchText } from '@/db/search/index-article'
import { invalidate } from '@/db/store/invalidation'
import type { Reader, Transaction } from '@/db/store/open'
import { paperZone } from '@/db/store/paper-zone'
import { articles, articleTopics, authors, bylines, corrections, links, revisions, topics } from '@/db/store/schema'
import { sectionTree } from '@/db/store/section-tree'
import { insertable } from '@/db/store/value-lists'
import { bodyWords } from '@/lib/article/body-words'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { mediaShown, references } from '@/lib/linking/references'
import { staleTags } from '@/lib/pages/stale-tags'
import { tags } from '@/lib/pages/tags'
import { sectionLine } from '@/lib/paper/section-line'
import type { Saver } from '@/lib/revisions/saver'
import { SPAN_KINDS, spanAt } from '@/lib/time/calendar-spans'

/** A version that an article had in the other system. */
export interface ImportedVersion {
  snapshot: ArticleSnapshot
  savedAt: Date
  by: Saver
  reason: string
  /** The editor's remark; left out for none. */
  remark?: string
}

/** An article from another system, with its history. */
export interface ImportedArticle {
  createdAt: Date
  /** The oldest first; the last is what readers get. Never empty. */
  versions: ImportedVersion[]
  /** The notes that readers see, the oldest first. */
  corrections: { note: string; correctedAt: Date }[]
}

/**
 * Adds articles with their histories and returns their ids, which ascend in the order of `imported`; in the open
 * transaction. Stores what writing and changing them one by one stores, in a few statements for all, and tells receivers
 * nothing: what they carry was published long ago. An article may name those before it and those beside it.
 * Throws when a body is not valid, and when a section, topic, author or picture does not exist. One entry of the audit log
 * tells of all.
 */
export async function importArticles(
  tx: Transaction,
  { imported, now }: { imported: readonly ImportedArticle[]; now: Date },
): Promise<number[]> {
  const rows = imported.map(({ createdAt, versions }) => {
    const last = lastOf(versions)
    const save = { ...last, after: last.snapshot, now: last.savedAt, embargoUntil: null }
    return { ...articleColumns(save), createdAt, version: versions.length }
  })
  const ids: number[] = []
  for (const some of insertable(rows)) {
    ids.push(...(await tx.insert(articles).values(some).returning({ id: articles.id })).map(({ id }) => id))
  }
  // SQLite gives rows their ids in their order, and promises nothing of the order in which it returns them.
  ids.sort((one, other) => one - other)
  const stories = imported.map(({ versions, ...story }, place) => {
    const { snapshot, by, savedAt } = lastOf(versions)
    return { ...story, versions, snapshot, by, savedAt, id: idAt(ids, place) }
  })
  await insertRelations(tx, stories)
  await insertHistory(tx, stories)
  await indexAll(tx, stories)
  for (const { id: articleId, snapshot: story, by, savedAt } of stories) {
    if (story.leadMediaId === null && mediaShown(story.body).length === 0) continue
    await savePictureUses(tx, { articleId, story, by, now: savedAt })
  }
  await invalidate(tx, await staleAfter(tx, { stories, now }), now)
  await logAction(tx, { action: 'site stories imported', detail: `${ids.length} stories`, now })
  return ids
}

type Story = ImportedArticle & Pick<ImportedVersion, 'snapshot' | 'by' | 'savedAt'> & { id: number }

async function insertRelations(tx: Transaction, stories: Story[]): Promise<void> {
  const topicRows = stories.flatMap(({ id, snapshot }) =>
    snapshot.topicIds.map((topicId, position) => ({ articleId: id, topicId, position })),
  )
  for (const some of insertable(topicRows)) await tx.insert(articleTopics).values(some)
  const bylineRows = stories.flatMap(({ id, snapshot }) =>
    snapshot.bylines.map((byline, position) => ({ articleId: id, position, ...byline })),
  )
  for (const some of insertable(bylineRows)) await tx.insert(bylines).values(some)
  const named = stories.flatMap(({ id, snapshot }) => references(snapshot.body).map((found) => ({ id, ...found })))
  const existing = await articlesThere(
    tx,
    named.map(({ article }) => article),
  )
  const linkRows = named
    .filter(({ article }) => existing.has(article))
    .map(({ id, article, where, elementId, position }) => ({
      sourceId: id,
      position,
      targetId: article,
      place: where,
      elementId,
    }))
  for (const some of insertable(linkRows)) await tx.insert(links).values(some)
}

async function insertHistory(tx: Transaction, stories: Story[]): Promise<void> {
  const versionRows = stories.flatMap(({ id, versions }) =>
    versions.map(({ by, ...version }, place) => ({
      articleId: id,
      version: place + 1,
      savedBy: by.name,
      savedById: by.id,
      ...version,
    })),
  )
  for (const some of insertable(versionRows)) await tx.insert(revisions).values(some)
  const notes = stories.flatMap(({ id, corrections }) => corrections.map((note) => ({ articleId: id, ...note })))
  for (const some of insertable(notes)) await tx.insert(corrections).values(some)
}

/** What indexSnapshots of a save writes, with the names read once for all. */
async function indexAll(tx: Transaction, stories: Story[]): Promise<void> {
  const sectionNames = new Map((await sectionTree(tx)).map(({ id, name }) => [id, name]))
  const topicNames = await namesIn(tx, topics)
  const authorNames = await namesIn(tx, authors)
  const texts: SearchText[] = []
  for (const { id, snapshot } of stories) {
    const { headline, standfirst, body, bylines: signed, topicIds, sectionId, dateline } = snapshot
    const names = [
      ...signed.map(({ authorId }) => (authorId === null ? '' : authorNames.get(authorId))),
      ...topicIds.map((topicId) => topicNames.get(topicId)),
      sectionId === null ? '' : sectionNames.get(sectionId),
      ...signed.map(({ name }) => name),
      dateline,
    ]
    const named = names.filter(Boolean).join(' · ')
    texts.push({ id, headline, standfirst, body: bodyWords(body), names: named })
  }
  await indexArticles(tx, texts)
}

async function namesIn(db: Reader, table: typeof topics | typeof authors): Promise<Map<number, string>> {
  const rows = await db.select({ id: table.id, name: table.name }).from(table)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The tags of every page that shows something else. Whether a section has later stories is not asked: it is assumed. */
async function staleAfter(db: Reader, { stories, now }: { stories: Story[]; now: Date }): Promise<Set<string>> {
  const tree = new Map((await sectionTree(db)).map((section) => [section.id, section]))
  const lines = new Map([...tree.keys()].map((id) => [id, sectionLine(tree, id).map((section) => section.id)]))
  const archive = await importedSpans(db, { stories, now })
  const stale = new Set<string>()
  for (const { id, snapshot: after, corrections } of stories) {
    const context = { lines, laterStory: true, corrected: corrections.length > 0, timelineId: null, archive }
    for (const tag of staleTags({ id, before: null, after, context }, now)) stale.add(tag)
  }
  return stale
}

/** The tags of the archive for all of them, without asking whether other stories are of the same days. */
async function importedSpans(db: Reader, { stories, now }: { stories: Story[]; now: Date }): Promise<string[]> {
  const timeZone = await paperZone(db)
  const instants = stories.flatMap(({ snapshot }) => snapshot.publishedAt ?? []).map((at) => new Date(at))
  const stale = new Set([tags.archive(null)])
  for (const span of new Set(instants.flatMap((at) => SPAN_KINDS.map((kind) => spanAt(at, { kind, timeZone }))))) {
    const { previous, next } = await neighboursOf(db, { span, now, timeZone })
    for (const shown of [span, previous, next]) if (shown !== null) stale.add(tags.archive(shown))
  }
  return [...stale]
}

function lastOf(versions: readonly ImportedVersion[]): ImportedVersion {
  const last = versions.at(-1)
  if (!last) throw new Error('an imported article has no version')
  return last
}

function idAt(ids: readonly number[], place: number): number {
  const id = ids[place]
  if (id === undefined) throw new Error('the store gave fewer ids than there are articles')
  return id
}
