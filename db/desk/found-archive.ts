import { type ArchiveQuery, searchArchive } from '@/db/desk/archive-search'
import { otherSpelling } from '@/db/search/found-numbers'
import { type FoundText, foundTexts, soughtWords } from '@/db/search/found-texts'
import { meantQuery } from '@/db/search/meant-terms'
import type { Reader } from '@/db/store/open'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import { parseSearchQuery } from '@/lib/search/query'

export interface FoundArchive {
  stories: FoundStory[]
  /** The words of each story in which something was found, in their order. */
  texts: FoundText[]
  /** Another spelling, which finds more of what the editor may find; null for none. */
  didYouMean: string | null
}

/** What `searchArchive` finds, with the words that were found. */
export async function foundArchive(db: Reader, query: ArchiveQuery): Promise<FoundArchive> {
  const stories = await searchArchive(db, query)
  const parsed = parseSearchQuery(query.query)
  if (!parsed) return { stories, texts: [], didYouMean: null }
  const other = await otherSpelling(db, { typed: query.query, count: stories.length }, async (spelling) => ({
    count: (await searchArchive(db, { ...query, query: spelling })).length,
  }))
  const ids = stories.map(({ id }) => id)
  const texts = await foundTexts(db, ids, soughtWords(await meantQuery(db, parsed, 'begun')))
  return { stories, texts, didYouMean: other?.query ?? null }
}
