import { teasersByIds } from '@/db/reading/teasers'
import { publishedSpan } from '@/db/search/document-number'
import { headNumbers } from '@/db/search/find-numbers'
import { foundSubjects } from '@/db/search/found-subjects'
import { meantQuery } from '@/db/search/meant-terms'
import { publicIds } from '@/db/search/public-ids'
import type { Reader } from '@/db/store/open'
import { sections } from '@/db/store/schema'
import { authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import type { Tagged } from '@/lib/pages/tags'
import { beginsWith } from '@/lib/search/begun-words'
import { parseSearchQuery } from '@/lib/search/query'

/** What may be meant by the first letters of a search. */
export interface Suggestion {
  /** A name or a headline. */
  words: string
  kind: 'section' | 'topic' | 'author' | 'story'
  /** Where it is. */
  path: string
}

/** Of the newest stories with the words in their names, so many are looked at for topics and authors. */
const LOOKED_AT = 200
const MAX_NAMES = 4

/**
 * What may be meant by `typed`, whose last word may go on: sections, topics and authors whose names have all of its
 * words, then the newest public stories with all of them in the headline; at most `most`, without the same words twice.
 * None without a word.
 */
export async function suggestions(
  db: Reader,
  { typed, now, most }: { typed: string; now: Date; most: number },
): Promise<Tagged<Suggestion[]>> {
  const query = parseSearchQuery(typed)
  if (!query) return { value: [], tags: [] }
  const asked = { meant: await meantQuery(db, query, 'begun'), subjects: {}, span: publishedSpan({ until: now }) }
  const named = await foundSubjects(db, await headNumbers(db, asked, { columns: ['names', 'others'], most: LOOKED_AT }))
  const all = await db.select({ slug: sections.slug, name: sections.name }).from(sections).orderBy(sections.id)
  const places = [
    ...all.map(({ slug, name }) => ({ words: name, kind: 'section' as const, path: sectionPath(slug) })),
    ...named.topics.map(({ slug, name }) => ({ words: name, kind: 'topic' as const, path: topicPath(slug) })),
    ...named.authors.map(({ slug, name }) => ({ words: name, kind: 'author' as const, path: authorPath(slug) })),
  ]
  const names = places.filter(({ words }) => beginsWith(words, typed)).slice(0, MAX_NAMES)
  const numbers = await headNumbers(db, asked, { columns: ['headline'], most })
  const { value: teasers, tags } = await teasersByIds(db, { ids: await publicIds(db, numbers, now), now })
  const stories = teasers.map(({ headline, path }) => ({ words: headline, kind: 'story' as const, path }))
  const found = new Map<string, Suggestion>()
  for (const one of [...names, ...stories]) if (!found.has(one.words)) found.set(one.words, one)
  return { value: [...found.values()].slice(0, most), tags }
}
