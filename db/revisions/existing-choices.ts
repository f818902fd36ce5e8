import { mergedAmong } from '@/db/store/merged-names'
import type { Reader } from '@/db/store/open'
import { articles, authors, media, sections, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Manuscript } from '@/lib/article/manuscript'

/**
 * The manuscript without a section, topics, authors, a lead picture and an original that do not exist in the store.
 * Topics and authors that were merged are those into which they were merged, each once. Its texts, and the references of
 * its body, stay as they are.
 */
export async function withExistingChoices(db: Reader, given: Manuscript): Promise<Manuscript> {
  const manuscript = await withMergedChoices(db, given)
  const { sectionId, topicIds, bylines, leadMediaId, translationOfId } = manuscript
  const authorIds = bylines.flatMap(({ authorId }) => authorId ?? [])
  const [knownSections, knownTopics, knownAuthors, knownPictures, knownOriginals] = [
    await existingIds(db, sections, sectionId === null ? [] : [sectionId]),
    await existingIds(db, topics, topicIds),
    await existingIds(db, authors, authorIds),
    await existingIds(db, media, leadMediaId === null ? [] : [leadMediaId]),
    await existingIds(db, articles, translationOfId === null ? [] : [translationOfId]),
  ]
  return {
    ...manuscript,
    sectionId: sectionId !== null && knownSections.has(sectionId) ? sectionId : null,
    topicIds: topicIds.filter((id) => knownTopics.has(id)),
    bylines: bylines.filter(({ authorId }) => authorId === null || knownAuthors.has(authorId)),
    leadMediaId: leadMediaId !== null && knownPictures.has(leadMediaId) ? leadMediaId : null,
    translationOfId: translationOfId !== null && knownOriginals.has(translationOfId) ? translationOfId : null,
  }
}

/** The manuscript with the topics and authors that hold the stories of merged ones in their place, each once. */
export async function withMergedChoices<Choosing extends Pick<Manuscript, 'topicIds' | 'bylines'>>(
  db: Reader,
  manuscript: Choosing,
): Promise<Choosing> {
  const { topicIds, bylines } = manuscript
  const authorIds = bylines.flatMap(({ authorId }) => authorId ?? [])
  const topicsGone = await mergedAmong(db, { kind: 'topic', ids: topicIds })
  const authorsGone = await mergedAmong(db, { kind: 'author', ids: authorIds })
  const presentTopics = [...new Set(topicIds.map((id) => topicsGone.get(id)?.intoId ?? id))]
  if (!authorsGone.size) return { ...manuscript, topicIds: presentTopics }
  const present = bylines.map(({ authorId, name }) => ({
    authorId: authorId === null ? null : (authorsGone.get(authorId)?.intoId ?? authorId),
    name,
  }))
  const isFirst = ({ authorId }: (typeof present)[number], at: number) =>
    authorId === null || present.findIndex((byline) => byline.authorId === authorId) === at
  return { ...manuscript, topicIds: presentTopics, bylines: present.filter(isFirst) }
}

type Table = typeof sections | typeof topics | typeof authors | typeof media | typeof articles

async function existingIds(db: Reader, table: Table, ids: number[]): Promise<Set<number>> {
  if (!ids.length) return new Set()
  const rows = await db.select({ id: table.id }).from(table).where(isOneOf(table.id, ids))
  return new Set(rows.map(({ id }) => id))
}
