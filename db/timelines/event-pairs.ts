import { and, eq, sql } from 'drizzle-orm'
import { relatedSignals } from '@/db/linking/related-signals'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { bodyWords } from '@/lib/article/body-words'
import { eventLikeness } from '@/lib/linking/timelines/event-likeness'
import { primaryLanguage } from '@/lib/paper/language'

/** What the site finds of one story: the stories that may tell of the same event, and the version of it that was read. */
export interface FoundPairs {
  id: number
  /** null when readers do not have the story. */
  version: number | null
  pairs: { otherId: number; likeness: number }[]
}

/** So many of the most alike are kept for one story. */
const MAX_PAIRS = 20

/**
 * The public stories that may tell of the same event as article `id`, the most alike first, at most 20: in its language, near
 * in time, with a likeness of lib/linking/timelines/event-likeness.ts. None for a story that readers do not have at `now`,
 * and for one that is hardly more than a headline.
 */
export async function eventPairsOf(db: Reader, { id, now }: { id: number; now: Date }): Promise<FoundPairs> {
  const [row] = await db
    .select({
      version: articles.version,
      headline: articles.headline,
      standfirst: articles.standfirst,
      body: articles.body,
      language: articles.language,
      publishedAt: articles.publishedAt,
      translationOfId: articles.translationOfId,
    })
    .from(articles)
    .where(and(eq(articles.id, id), isPublic(now)))
  if (!row?.publishedAt) return { id, version: null, pairs: [] }
  const { version, headline, standfirst, language, publishedAt } = row
  const linked = await linkedWith(db, id)
  const { draft, candidates } = await relatedSignals(db, {
    story: { headline, standfirst, body: bodyWords(row.body), language },
    id,
    topicIds: [],
    at: publishedAt,
    now,
    knowsLinks: false,
    added: [...linked],
  })
  if (draft.isShort) return { id, version, pairs: [] }
  const pairs = candidates
    .filter((other) => other.id !== id && primaryLanguage(other.language) === primaryLanguage(language))
    .map((other) => ({ otherId: other.id, likeness: eventLikeness(other.signals, linked.has(other.id)) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness || one.otherId - other.otherId)
  return { id, version, pairs: pairs.slice(0, MAX_PAIRS) }
}

/** The stories that `id` links to or that link to it. */
async function linkedWith(db: Reader, id: number): Promise<Set<number>> {
  const rows = await db.all<{ id: number }>(sql`
    select ${links.targetId} as id from ${links} where ${links.sourceId} = ${id}
    union select ${links.sourceId} from ${links} where ${links.targetId} = ${id}`)
  return new Set(rows.map((row) => row.id).filter((other) => other !== id))
}
