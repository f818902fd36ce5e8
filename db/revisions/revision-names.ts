import { mergedAmong } from '@/db/store/merged-names'
import type { Reader } from '@/db/store/open'
import { articles, authors, media, sections, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Manuscript } from '@/lib/article/manuscript'
import { type NamesById, namedIn } from '@/lib/revisions/revision-parts'

/**
 * The present names of everything that `manuscripts` refer to, and the former names of topics and authors that were
 * merged; what does not exist any more is missing.
 */
export async function revisionNames(db: Reader, manuscripts: Manuscript[]): Promise<NamesById> {
  const named = manuscripts.map(namedIn)
  const ids = (kind: keyof NamesById) => [...new Set(named.flatMap((found) => found[kind]))]
  const namesIn = async (table: typeof sections | typeof topics | typeof authors, wanted: number[]) =>
    byId(await db.select({ id: table.id, name: table.name }).from(table).where(isOneOf(table.id, wanted)))
  const formerNames = async (kind: 'topic' | 'author', wanted: number[]) =>
    byId(
      [...(await mergedAmong(db, { kind, ids: wanted })).values()].map(({ formerId, name }) => ({
        id: formerId,
        name,
      })),
    )
  const pictures = await db
    .select({ id: media.id, alt: media.alt, caption: media.caption })
    .from(media)
    .where(isOneOf(media.id, ids('pictures')))
  const stories = await db
    .select({ id: articles.id, name: articles.headline })
    .from(articles)
    .where(isOneOf(articles.id, ids('stories')))
  return {
    sections: await namesIn(sections, ids('sections')),
    topics: new Map([...(await namesIn(topics, ids('topics'))), ...(await formerNames('topic', ids('topics')))]),
    authors: new Map([...(await namesIn(authors, ids('authors'))), ...(await formerNames('author', ids('authors')))]),
    pictures: byId(pictures.map(({ id, alt, caption }) => ({ id, name: alt || caption }))),
    stories: byId(stories),
  }
}

function byId(rows: { id: number; name: string }[]): Map<number, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
