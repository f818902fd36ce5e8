import { relatedSignals } from '@/db/linking/related-signals'
import { eventGroups, type StoryPair } from '@/lib/linking/timelines/event-groups'
import { eventLikeness } from '@/lib/linking/timelines/event-likeness'
import type { LoadedCorpus } from '@/server/evaluate/loaded-corpus'

/** How well timelines are found where `related` says which documents tell of one event. */
export interface TimelineQuality {
  /** How many groups were found, and how many of them hold documents of one event alone. */
  groups: number
  pure: number
  /** Of two documents in one group, how often they tell of one event. */
  precision: number
  /** Of two documents of one event, how often they stand in one group. */
  recall: number
}

/** As many as the site keeps for one story. */
const MAX_PAIRS = 20
/** In a larger corpus the run would take too long. */
const MAX_DOCUMENTS = 3000

/** The quality of the groups that the site would make of the whole corpus; null for a large one, and when it finds none. */
export async function timelineQuality({ db, documents, languages }: LoadedCorpus): Promise<TimelineQuality | null> {
  if (documents.length > MAX_DOCUMENTS) return null
  const now = new Date(documents.reduce((latest, { date }) => Math.max(latest, date), 0) + 1)
  const pairs = new Map<string, StoryPair>()
  for (const [place, { headline, standfirst, body, date }] of documents.entries()) {
    const { candidates, draft } = await relatedSignals(db, {
      story: { headline, standfirst, body, language: languages[place] ?? 'en' },
      id: place + 1,
      topicIds: [],
      at: new Date(date),
      now,
      knowsLinks: false,
    })
    if (draft.isShort) continue
    const likeliest = candidates
      .map(({ id, signals }) => ({ other: id - 1, likeness: eventLikeness(signals, false) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((one, two) => two.likeness - one.likeness)
    for (const { other, likeness } of likeliest.slice(0, MAX_PAIRS)) {
      pairs.set([place, other].sort((one, two) => one - two).join(' '), { one: place, other, likeness })
    }
  }
  const dated = documents.map(({ date }, id) => ({ id, at: date }))
  return groupQuality(
    eventGroups(dated, { pairs: [...pairs.values()] }),
    documents.map(({ related }) => new Set(related)),
  )
}

/** How `groups` of places compare with the documents that are related to each place; null without groups. */
export function groupQuality(
  groups: readonly (readonly number[])[],
  related: readonly ReadonlySet<number>[],
): TimelineQuality | null {
  if (!groups.length) return null
  const isRight = (one: number, other: number) => related[one]?.has(other) ?? false
  const all = related.reduce((sum, { size }) => sum + size, 0)
  const together = groups.flatMap((ids) =>
    ids.flatMap((one) => ids.filter((other) => other !== one).map((other) => [one, other] as const)),
  )
  const right = together.filter(([one, other]) => isRight(one, other)).length
  const pure = groups.filter((ids) => ids.every((one) => ids.every((other) => one === other || isRight(one, other))))
  return {
    groups: groups.length,
    pure: pure.length,
    precision: right / Math.max(1, together.length),
    recall: right / Math.max(1, all),
  }
}
