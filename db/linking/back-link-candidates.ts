import { and } from 'drizzle-orm'
import type { FoundLink } from '@/db/linking/link-proposals'
import { linkSuggestions } from '@/db/linking/link-suggestions'
import { relatedSignals } from '@/db/linking/related-signals'
import { isPublic } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, articleTopics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Body } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import { linkPlace } from '@/lib/linking/back-links/placed-link'

/** Of the related stories, so many of the best are looked at, and so many of those with room are asked what they would link to. */
const [LOOKED_AT, ASKED] = [60, 12]

/** What an older story would link to today: the new story must be among so many. */
const AMONG = 6

interface Text {
  id: number
  headline: string
  standfirst: string
  body: Body
  language: string
  translationOfId: number | null
  publishedAt: Date | null
  topicIds: number[]
}

/**
 * The older stories, with `isNewerToo` those of any age, that should link to article `id`, the best first, at most `most`: those for which it
 * is among the best suggestions today (db/linking/link-suggestions.ts), so never what an editor refused or what links to it
 * already, and whose text has room for a link (lib/linking/back-links/placed-link.ts). None when it is not public at `now`.
 */
export async function backLinkCandidates(
  db: Reader,
  { id, now, most, isNewerToo = false }: { id: number; now: Date; most: number; isNewerToo?: boolean },
): Promise<FoundLink[]> {
  const [target] = await publicTexts(db, [id], now)
  if (!target?.publishedAt) return []
  const { headline, standfirst, language, publishedAt } = target
  const story = { headline, standfirst, body: bodyWords(target.body), language }
  const { candidates } = await relatedSignals(db, {
    story,
    id,
    topicIds: target.topicIds,
    at: publishedAt,
    now,
    knowsLinks: true,
  })
  const older = candidates
    .filter((candidate) => isNewerToo || candidate.publishedAt < publishedAt.getTime())
    .slice(0, LOOKED_AT)
  const texts = new Map(
    (
      await publicTexts(
        db,
        older.map((candidate) => candidate.id),
        now,
      )
    ).map((text) => [text.id, text]),
  )
  const found: FoundLink[] = []
  let asked = 0
  for (const candidate of older) {
    const text = texts.get(candidate.id)
    if (!text || !linkPlace(text.body, text.language)) continue
    asked += 1
    // As if it came out today: what is newer than a story is set back among what it may link to.
    const suggested = await linkSuggestions(db, { id: text.id, text, at: now, now, most: AMONG })
    const [reason] = suggested.find((one) => one.id === id)?.reasons ?? []
    if (reason !== undefined) found.push({ sourceId: text.id, reason })
    if (found.length >= most || asked >= ASKED) break
  }
  return found
}

/** Those of `ids` that are public at `now`, with the texts that readers have, in any order. */
async function publicTexts(db: Reader, ids: readonly number[], now: Date): Promise<Text[]> {
  const rows = await db
    .select({
      id: articles.id,
      headline: articles.headline,
      standfirst: articles.standfirst,
      body: articles.body,
      language: articles.language,
      translationOfId: articles.translationOfId,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .where(and(isOneOf(articles.id, ids), isPublic(now)))
  const about = await db
    .select({ id: articleTopics.articleId, topicId: articleTopics.topicId })
    .from(articleTopics)
    .where(isOneOf(articleTopics.articleId, ids))
  return rows.map((row) => ({
    ...row,
    topicIds: about.flatMap(({ id, topicId }) => (id === row.id ? [topicId] : [])),
  }))
}
