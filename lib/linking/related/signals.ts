/** What two stories have in common, and what else speaks for linking to the second. */
export interface Signals {
  /** BM25 of the story by the strongest words of the draft, divided by that of the best. */
  found: number
  /** Cosine of all words, rare ones counted twice over: on both sides. */
  cosine: number
  /** The same, rare words counted once. */
  plainCosine: number
  /** The share of the story's headline that stands in one sentence of the draft. */
  inSentence: number
  /** Cosine of capitalised words and pairs of them. */
  names: number
  /** Likeness of the letters of both headlines; only looked at for a short draft. */
  letters: number
  /** Cosine of the topics. */
  topics: number
  /** By how many days the story is older than the draft; negative when it is newer. */
  daysOlder: number
  /** Whether both are instalments of one regular column. */
  isSameColumn: boolean
  /** How long its body is, in words. */
  words: number
  /** The likeness of those stories like the draft that link to it, added up. */
  links: number
  /** How many stories link to it. */
  linkers: number
  /** The same, each counting for less the longer before the draft it came out. */
  recentLinkers: number
  /** How like the draft that one of them is which is most like it. */
  nearestLinker: number
  /** How like the draft they are on average. */
  meanLinker: number
  /** How many of the best candidates link to it or are linked by it, each counting by its score. */
  linkedToBest: number
  /** How near the story is to many others: the mean cosine of its nearest neighbours; 0 where it was not looked at. */
  crowd: number
}

/** How much a signal counts. Set by hand: see docs/decisions/linking. */
const LONG = { found: 0.2, cosine: 1.5, plainCosine: 0.5, inSentence: 0.5, names: 1, letters: 0 }
const SHORT = { found: 0, cosine: 0, plainCosine: 1, inSentence: 0, names: 0.5, letters: 1 }
const CROWD = 0.5
const LINKS = 3
const RECENT_LINKERS = 0.2

/** What is known of a story of which no links are known. */
export const NO_LINKS: LinkSignals = {
  links: 0,
  linkers: 0,
  recentLinkers: 0,
  nearestLinker: 0,
  meanLinker: 0,
  linkedToBest: 0,
}

/** What the links of the archive say of a candidate. */
export type LinkSignals = Pick<
  Signals,
  'links' | 'linkers' | 'recentLinkers' | 'nearestLinker' | 'meanLinker' | 'linkedToBest'
>

/** Days from which on age counts for less and less. */
const AGE_DAYS = 60

/** How much a story counts for its age in days, in either direction, and whether it is newer: from .2 to 1. */
export function ageFactor(daysOlder: number): number {
  const age = 0.4 + 0.6 / (1 + Math.log(1 + Math.abs(daysOlder) / AGE_DAYS))
  // What was published later is a target only of a story that is read again.
  return daysOlder < 0 ? age / 2 : age
}

/** What the words say, before everything else. */
export function textScore(signals: Signals, isShort: boolean): number {
  const weights = isShort ? SHORT : LONG
  const { found, cosine, plainCosine, inSentence, names, letters } = signals
  return (
    weights.found * found +
    weights.cosine * cosine +
    weights.plainCosine * plainCosine +
    weights.inSentence * inSentence +
    weights.names * names +
    weights.letters * letters -
    (isShort ? 0 : CROWD * signals.crowd)
  )
}

/** How well a story goes with a draft: 0 or more; the numbers of one draft are comparable. */
export function handScore(signals: Signals, isShort: boolean): number {
  const { topics, daysOlder, isSameColumn, links, recentLinkers } = signals
  return (
    Math.max(0, textScore(signals, isShort)) *
    ageFactor(daysOlder) *
    (1 + topics) *
    // Editors rarely link two instalments of a column, though their texts look alike.
    (isSameColumn ? 0.5 : 1) *
    (1 + LINKS * links) *
    (1 + RECENT_LINKERS * Math.log(1 + recentLinkers))
  )
}
