import { sql } from 'drizzle-orm'
import { type CandidateRow, candidateRows } from '@/db/linking/candidates'
import { linkedToBest, linkersOf, linksOfLike } from '@/db/linking/link-signals'
import { shortlist, type WantedTerm } from '@/db/linking/shortlist'
import { indexTotals, rarityOf, termRarity } from '@/db/linking/term-rarity'
import type { Reader } from '@/db/store/open'
import { columnName, isRegular } from '@/lib/linking/related/columns'
import { type Compared, comparedWith, preparedDraft, type Rarity } from '@/lib/linking/related/comparison'
import { crowds } from '@/lib/linking/related/crowd'
import { type Draft, draftOf } from '@/lib/linking/related/draft'
import { featuresOf, LEARNED_FROM, type LearnedWeights, learnedScore } from '@/lib/linking/related/learned'
import { letterLikeness, lettersOf } from '@/lib/linking/related/letters'
import { foundWeight } from '@/lib/linking/related/part-weights'
import { handScore, NO_LINKS, type Signals } from '@/lib/linking/related/signals'
import { dayOf } from '@/lib/linking/related/story-facts'
import type { StoryText } from '@/lib/linking/related/story-terms'
import { DAY_MS } from '@/lib/time/durations'

/** The story for which others are looked for. */
export interface RelatedQuery {
  story: StoryText
  /** null while it was never saved. */
  id: number | null
  topicIds: readonly number[]
  /** The instant at which it is, or would be, published. */
  at: Date
  /** Stories public at this instant are suggested. */
  now: Date
  /** Whether the links that editors made count. */
  knowsLinks: boolean
  /** By which the best are ranked; left out or null: those set by hand. */
  weights?: LearnedWeights | null
  /** Stories that are compared whatever they have in common with it. */
  added?: readonly number[]
}

/** A story and what speaks for it. */
export interface RelatedCandidate extends CandidateRow {
  signals: Signals
  score: number
  compared: Compared
}

/** The candidates for a draft, the best first, and what the index knows of the draft's terms. */
export interface RelatedStories {
  draft: Draft
  numbers: ReadonlyMap<string, number>
  rarity: Rarity
  candidates: RelatedCandidate[]
}

const STRONGEST_TERMS = 100
/** The strongest terms are taken until their lists have so many stories, so that time does not grow with common words. */
const MAX_POSTINGS = 400_000
const SHORTLIST = 300
/** How many of the best are compared with their neighbours, and with how many of these. */
const [LOOKED_AT, NEIGHBOURHOOD] = [40, 200]

/** The stories that may go with `query.story`, the best first; never the story itself. */
export async function relatedSignals(db: Reader, query: RelatedQuery): Promise<RelatedStories> {
  const draft = draftOf(query.story)
  const totals = await indexTotals(db)
  const rarity = await termRarity(db, totals)
  const rows = await termRows(db, draft)
  const numbers = new Map(rows.map(({ term, id }) => [term, id]))
  const wanted = wantedTerms(draft, rows, totals.stories)
  const { found, best } = await shortlist(db, {
    wanted,
    totals,
    day: dayOf(query.at.getTime()),
    self: query.id,
    most: SHORTLIST,
  })
  const scores = new Map(found.map(({ id, score }) => [id, score / (best || 1)]))
  const prepared = preparedDraft(draft, numbers, rarity)
  const letters = draft.isShort ? lettersOf(draft.headline) : null
  const topicIds = new Set(query.topicIds)
  // Hundreds of times for a draft: without copies of what is already there.
  const compare = (row: CandidateRow): RelatedCandidate => {
    const compared = comparedWith(prepared, row.terms, rarity)
    const signals: Signals = {
      ...NO_LINKS,
      found: scores.get(row.id) ?? 0,
      cosine: compared.cosine,
      plainCosine: compared.plainCosine,
      names: compared.names,
      inSentence: compared.inSentence,
      words: compared.words,
      letters: letters ? letterLikeness(letters, lettersOf(row.headline)) : 0,
      topics: topicCosine(topicIds, row.topicIds),
      daysOlder: (query.at.getTime() - row.publishedAt) / DAY_MS,
      isSameColumn: false,
      crowd: 0,
    }
    return Object.assign(row, { compared, signals, score: 0 })
  }
  const candidates = (
    await candidateRows(db, { ids: [...new Set([...scores.keys(), ...(query.added ?? [])])], now: query.now })
  ).map(compare)
  if (query.knowsLinks) await addLinked(db, { query, candidates, compare })
  noteColumn(draft.headline, candidates)
  const sorted = byScore(candidates, draft.isShort)
  if (!draft.isShort) {
    const looked = sorted.slice(0, NEIGHBOURHOOD)
    const found = crowds(
      looked.map(({ compared }) => compared),
      LOOKED_AT,
    )
    const median = [...found].sort((one, other) => one - other)[found.length >> 1] ?? 0
    for (const [place, { signals }] of sorted.entries()) signals.crowd = found[place] ?? median
  }
  const ranked = byScore(sorted, draft.isShort)
  if (query.knowsLinks) await addLinkedToBest(db, { candidates: ranked, before: query.at.getTime() })
  return {
    draft,
    numbers,
    rarity,
    candidates: query.weights ? byWeights(ranked, query.weights, draft.isShort) : ranked,
  }
}

function byScore(candidates: readonly RelatedCandidate[], isShort: boolean): RelatedCandidate[] {
  for (const candidate of candidates) candidate.score = handScore(candidate.signals, isShort)
  return candidates.toSorted(
    (one, other) => other.score - one.score || other.publishedAt - one.publishedAt || other.id - one.id,
  )
}

/** The first of `candidates` in the order of `weights`, and behind them the others as they were. */
function byWeights(
  candidates: readonly RelatedCandidate[],
  weights: LearnedWeights,
  isShort: boolean,
): RelatedCandidate[] {
  // In the unit of the score by hand, because what is done with a score later was set by hand for that.
  const unit = Math.max(1, weights[0] ?? 1)
  const scored = candidates
    .slice(0, LEARNED_FROM)
    .map((candidate) => ({
      ...candidate,
      score: Math.exp(learnedScore(featuresOf(candidate.signals, isShort), weights) / unit),
    }))
    .sort((one, other) => other.score - one.score || other.publishedAt - one.publishedAt || other.id - one.id)
  return [...scored, ...candidates.slice(LEARNED_FROM).map((candidate) => ({ ...candidate, score: 0 }))]
}

interface TermRow {
  term: string
  id: number
  stories: number
}

async function termRows(db: Reader, { terms }: Draft): Promise<TermRow[]> {
  return db.all<TermRow>(sql`
    select related_terms.term as term, related_terms.id as id, related_counts.stories as stories
    from json_each(${JSON.stringify([...terms.words.keys(), ...terms.pairs.keys()])})
    join related_terms on related_terms.term = value join related_counts on related_counts.id = related_terms.id`)
}

function wantedTerms({ terms }: Draft, rows: readonly TermRow[], all: number): WantedTerm[] {
  const strong = rows
    .flatMap(({ term, id, stories }) => {
      const counts = terms.words.get(term)
      const rare = counts ? rarityOf(stories, all) : 0
      return counts && rare > 0 ? [{ id, stories, strength: foundWeight(counts) * rare, rare }] : []
    })
    .sort((one, other) => other.strength - one.strength || one.id - other.id)
    .slice(0, STRONGEST_TERMS)
  let postings = 0
  return strong.flatMap(({ id, stories, strength, rare }) => {
    postings += stories
    return postings > MAX_POSTINGS ? [] : [{ id, weight: strength * rare }]
  })
}

/** Lets the links of the stories most like the draft count, and adds those that few words would have found. */
async function addLinked(
  db: Reader,
  {
    query,
    candidates,
    compare,
  }: { query: RelatedQuery; candidates: RelatedCandidate[]; compare: (row: CandidateRow) => RelatedCandidate },
): Promise<void> {
  const before = query.at.getTime()
  const isKnown = new Set(candidates.map(({ id }) => id))
  const asked = candidates.filter(({ publishedAt }) => publishedAt < before)
  const linked = await linksOfLike(db, {
    likeness: new Map(asked.map(({ id, signals }) => [id, signals.cosine])),
    before,
  })
  const ids = [...linked].flatMap(([id, { links }]) => (links > 0 && id !== query.id && !isKnown.has(id) ? [id] : []))
  for (const row of await candidateRows(db, { ids, now: query.now })) candidates.push(compare(row))
  const older = candidates.filter(({ publishedAt }) => publishedAt <= before)
  const counts = await linkersOf(db, { targets: older.map(({ id }) => id), before })
  for (const { id, signals } of older) {
    const { links = 0, nearestLinker = 0, all = 0 } = linked.get(id) ?? {}
    const { linkers, recentLinkers } = counts.get(id) ?? { linkers: 0, recentLinkers: 0 }
    Object.assign(signals, {
      links,
      nearestLinker,
      linkers,
      recentLinkers,
      meanLinker: linkers > 0 ? all / linkers : 0,
    })
  }
}

/** So many of the best candidates are looked at for what they are linked with. */
const BEST = 8

async function addLinkedToBest(
  db: Reader,
  { candidates, before }: { candidates: readonly RelatedCandidate[]; before: number },
): Promise<void> {
  const highest = candidates[0]?.score || 1
  const best = new Map(candidates.slice(0, BEST).map(({ id, score }) => [id, score / highest]))
  const found = await linkedToBest(db, { best, before })
  for (const { id, signals } of candidates) signals.linkedToBest = found.get(id) ?? 0
}

function noteColumn(headline: string, candidates: readonly RelatedCandidate[]): void {
  const name = columnName(headline)
  if (name === null) return
  const instalments = candidates.filter((candidate) => columnName(candidate.headline) === name)
  if (!isRegular(instalments.map(({ publishedAt }) => publishedAt / DAY_MS))) return
  for (const { signals } of instalments) signals.isSameColumn = true
}

function topicCosine(ones: ReadonlySet<number>, others: readonly number[]): number {
  if (!ones.size || !others.length) return 0
  return others.filter((id) => ones.has(id)).length / Math.sqrt(ones.size * others.length)
}
