import { weightsInUse } from '@/db/linking/learned-weights'
import { pairChoices } from '@/db/linking/link-pairs'
import { relatedSignals } from '@/db/linking/related-signals'
import type { Reader } from '@/db/store/open'
import { topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { bodyWords } from '@/lib/article/body-words'
import type { Manuscript } from '@/lib/article/manuscript'
import type { LinkSuggestion } from '@/lib/desk/articles/link-suggestion'
import { references } from '@/lib/linking/references'
import { diverse } from '@/lib/linking/suggesting/diverse'
import { kindFactor } from '@/lib/linking/suggesting/freshness'
import { namedTerms, reasonsFor } from '@/lib/linking/suggesting/reasons'
import { isTelling } from '@/lib/linking/suggesting/telling'
import { primaryLanguage } from '@/lib/paper/language'

/** The text for which links are suggested. */
export type SuggestedFor = Pick<
  Manuscript,
  'headline' | 'standfirst' | 'body' | 'language' | 'topicIds' | 'translationOfId'
>

/** A story that is nearer than this is the same text under another number. */
const SAME_STORY = 0.8

/** So many of the best are looked at for a list. */
const LOOKED_AT = 60

/**
 * The stories that article `id` with this text may link to, the best first, at most `most`, each with its reasons:
 * - public at `now`, in the language of the text; never the article itself, a translation of it, or what the text links to
 *   already, in a block or in its words, nor its own text under another number;
 * - never what an editor refused for it or for good (link_pairs); what an editor pinned comes first;
 * - of near-duplicates one; stories of one event are set back behind the first of them;
 * - none that has hardly more in common with it than common words, so that the list may be empty.
 * `at` is the instant at which the article is, or would be, published. The score is comparable within one list.
 */
export async function linkSuggestions(
  db: Reader,
  { id, text, at, now, most }: { id: number; text: SuggestedFor; at: Date; now: Date; most: number },
): Promise<LinkSuggestion[]> {
  const { headline, standfirst, language, topicIds } = text
  const body = bodyWords(text.body)
  const { pinned, barred } = await pairChoices(db, id)
  const story = { headline, standfirst, body, language }
  const related = await relatedSignals(db, {
    story,
    id,
    topicIds,
    at,
    now,
    knowsLinks: true,
    added: [...pinned],
    weights: await weightsInUse(db),
  })
  const named = new Set([id, ...references(text.body).map(({ article }) => article)])
  const original = text.translationOfId ?? id
  const ownLanguage = primaryLanguage(language)
  const fitting = related.candidates.filter(
    (candidate) =>
      !named.has(candidate.id) &&
      !barred.has(candidate.id) &&
      candidate.id !== original &&
      candidate.translationOfId !== original &&
      (related.draft.isShort || candidate.signals.cosine < SAME_STORY) &&
      (pinned.has(candidate.id) ||
        (primaryLanguage(candidate.language) === ownLanguage && isTelling(candidate.signals, related.draft.isShort))),
  )
  const rated = fitting
    .map((candidate) => ({
      ...candidate,
      terms: candidate.compared.terms,
      weights: candidate.compared.weights,
      packed: candidate.terms,
      score: candidate.score * kindFactor(candidate.kind, candidate.signals.daysOlder),
    }))
    .sort((one, other) => other.score - one.score || other.publishedAt - one.publishedAt || other.id - one.id)
  const pins = rated.filter((candidate) => pinned.has(candidate.id))
  const others = rated.filter((candidate) => !pinned.has(candidate.id)).slice(0, LOOKED_AT)
  const chosen = diverse([...pins, ...others], { most, first: pinned })

  const topicNames = await namesOf(db, topicIds)
  const terms = namedTerms(
    { text: `${headline}\n${standfirst}\n${body}`, language },
    { numbers: related.numbers, rareOf: related.rarity.of },
  )
  return chosen.flatMap(({ packed, ...candidate }) => {
    const isPinned = pinned.has(candidate.id)
    const shared = candidate.topicIds.flatMap((topic) => topicNames.get(topic) ?? [])
    const reasons = reasonsFor(terms, { ...candidate, terms: packed, topics: shared, isPinned })
    if (!reasons.length) return []
    const { headline: called, language: written, score } = candidate
    return [{ id: candidate.id, headline: called, language: written, score, isPinned, reasons }]
  })
}

async function namesOf(db: Reader, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.select({ id: topics.id, name: topics.name }).from(topics).where(isOneOf(topics.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
