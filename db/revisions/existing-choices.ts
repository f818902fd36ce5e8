import type { Reader } from '@/db/store/open'
import { articles, authors, media, sections, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Manuscript } from '@/lib/article/manuscript'

/**
 * The manuscript without a section, topics, authors, a lead picture and an original that do not exist in the store.
 * Repeated topics are reduced to one. Its texts, and the references of its body, stay as they are.
 */
export async function withExistingChoices(db: Reader, manuscript: Manuscript): Promise<Manuscript> {
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
    topicIds: [...new Set(topicIds)].filter((id) => knownTopics.has(id)),
    bylines: bylines.filter(({ authorId }) => authorId === null || knownAuthors.has(authorId)),
    leadMediaId: leadMediaId !== null && knownPictures.has(leadMediaId) ? leadMediaId : null,
    translationOfId: translationOfId !== null && knownOriginals.has(translationOfId) ? translationOfId : null,
  }
}

type Table = typeof sections | typeof topics | typeof authors | typeof media | typeof articles

async function existingIds(db: Reader, table: Table, ids: number[]): Promise<Set<number>> {
  if (!ids.length) return new Set()
  const rows = await db.select({ id: table.id }).from(table).where(isOneOf(table.id, ids))
  return new Set(rows.map(({ id }) => id))
}
