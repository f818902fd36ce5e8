import type { ArticleKind } from '@/lib/article/article'
import type { Signals } from '@/lib/linking/related/signals'
import { type PlacedTerm, termsIn } from '@/lib/linking/related/story-terms'
import { eachTerm } from '@/lib/linking/related/term-vector'
import { usableLanguage } from '@/lib/paper/language'

/** The words of a draft, as reasons name them. */
export interface NamedTerms {
  /** By the number of a term: how it is written in the draft, how rare it is, and whether it is a name there. */
  byNumber: ReadonlyMap<number, { term: string; written: string; rare: number; isName: boolean }>
  /** How rare each term of the draft is. */
  rarity: ReadonlyMap<string, number>
}

/** A story and what speaks for it. */
export interface Reasoned {
  headline: string
  language: string
  kind: ArticleKind
  signals: Signals
  /** Its terms as packedTerms wrote them. */
  terms: Uint8Array
  /** The names of the topics that both have. */
  topics: readonly string[]
  isPinned: boolean
}

const MAX_REASONS = 3
const MAX_NAMES = 3
/** From this likeness on, within so many days, two stories tell of one event. */
const [SAME_EVENT, EVENT_DAYS] = [0.25, 21]
const LINKED = 0.2
/** So much alike, two stories go together although they share neither names nor topics. */
const ALIKE = 0.15
const BACKGROUND_DAYS = 30
const BACKGROUND_KINDS: readonly ArticleKind[] = ['explainer', 'analysis', 'feature']
/** The words of an event are a few words of a headline. */
const MAX_LABEL_LENGTH = 4

/** The words of `text`, a draft, with the numbers and the rarity that the index has for its terms. */
export function namedTerms(
  { text, language }: { text: string; language: string },
  { numbers, rareOf }: { numbers: ReadonlyMap<string, number>; rareOf: (term: number) => number },
): NamedTerms {
  const byNumber = new Map<number, { term: string; written: string; rare: number; isName: boolean }>()
  const rarity = new Map<string, number>()
  const dates = datesIn(language)
  const note = (term: string, whole: string, isCapital: boolean) => {
    const written = whole.replace(POSSESSIVE, '')
    const isName =
      isCapital && (written.length > 3 || written === written.toUpperCase()) && !dates.has(written.toLowerCase())
    const number = numbers.get(term)
    if (number === undefined) return
    const rare = rareOf(number)
    rarity.set(term, rare)
    const known = byNumber.get(number)
    if (!known || (isName && !known.isName)) byNumber.set(number, { term, written, rare, isName })
  }
  let before: PlacedTerm | null = null
  /** At the beginning of a sentence any word has a capital letter; a rare one may be a name all the same. */
  const isTold = ({ term, from }: PlacedTerm) => !beginsSentence(text, from) || (rarity.get(term) ?? 0) > 0
  for (const placed of termsIn(text, language)) {
    note(placed.term, text.slice(placed.from, placed.to), placed.isCapital && !beginsSentence(text, placed.from))
    if (placed.isCapital && before && placed.from - before.to === 1) {
      note(`${before.term} ${placed.term}`, text.slice(before.from, placed.to), isTold(before))
    }
    before = placed.isCapital ? placed : null
  }
  return { byNumber, rarity }
}

/** Why a story goes with the draft, in a few words each, the strongest first; empty when they share common words only. */
export function reasonsFor(draft: NamedTerms, story: Reasoned): string[] {
  const { signals, topics, kind } = story
  const reasons: string[] = []
  if (story.isPinned) reasons.push('Pinned by an editor')
  if (signals.links >= LINKED) reasons.push('Stories like this one link to it')
  const [label = ''] = sharedParts(draft, story)
  const isSameEvent = signals.cosine >= SAME_EVENT && Math.abs(signals.daysOlder) <= EVENT_DAYS && label !== ''
  if (isSameEvent) reasons.push(`Same event: ${label}`)
  const names = sharedNames(draft, story).filter((name) => !isSameEvent || !label.includes(name))
  if (names.length) reasons.push(`Shares ${names.slice(0, MAX_NAMES).join(', ')}`)
  if (topics.length) {
    const isBackground = signals.daysOlder > BACKGROUND_DAYS || BACKGROUND_KINDS.includes(kind)
    reasons.push(`${isBackground ? 'Background, same topic' : 'Same topic'}: ${topics.slice(0, 2).join(', ')}`)
  }
  if (!reasons.length && label && signals.cosine >= ALIKE) reasons.push(`Both say “${label}”`)
  return reasons.slice(0, MAX_REASONS)
}

/** Names that both stories have, rare ones first; a name of two words is not told by its parts too. */
function sharedNames({ byNumber }: NamedTerms, { terms }: Reasoned): string[] {
  const shared: { written: string; rare: number; isPair: boolean }[] = []
  eachTerm(terms, ({ term, isPair, headline, standfirst, body, capitals }) => {
    const known = byNumber.get(term)
    if (!known?.isName || known.rare === 0) return
    if (!isPair && capitals * 2 <= headline + standfirst + body) return
    shared.push({ ...known, isPair })
  })
  shared.sort((one, other) => Number(other.isPair) - Number(one.isPair) || other.rare - one.rare)
  const told: string[] = []
  for (const { written } of shared) {
    const words = written.split(' ')
    if (!told.some((name) => words.some((word) => name.split(' ').includes(word)))) told.push(written)
  }
  return told
}

/** The parts of the story's headline whose words all stand in the draft, the most telling first. */
function sharedParts({ rarity }: NamedTerms, { headline, language }: Reasoned): string[] {
  const parts: { from: number; to: number; rare: number; words: number }[] = []
  for (const { term, from, to } of termsIn(headline, language)) {
    const rare = rarity.get(term) ?? 0
    if (rare === 0) continue
    const last = parts.at(-1)
    // Letters of a script without spaces overlap by pairs; words are neighbours with one space between.
    const goesOn = last && (from <= last.to || headline.slice(last.to, from) === ' ') && last.words < MAX_LABEL_LENGTH
    if (goesOn) Object.assign(last, { to, rare: last.rare + rare, words: last.words + 1 })
    else parts.push({ from, to, rare, words: 1 })
  }
  return parts.sort((one, other) => other.rare - one.rare).map(({ from, to }) => headline.slice(from, to))
}

const POSSESSIVE = /['’]s$/u

/** The names of months and days, which two stories share by chance; in small letters. */
function datesIn(language: string): Set<string> {
  const names: string[] = []
  for (const width of ['long', 'short'] as const) {
    const [month, weekday] = [{ month: width }, { weekday: width }].map(
      (part) => new Intl.DateTimeFormat(usableLanguage(language), { ...part, timeZone: 'UTC' }),
    )
    for (let place = 0; place < 12; place += 1) {
      names.push(month?.format(Date.UTC(2026, place, 1)) ?? '', weekday?.format(Date.UTC(2026, 0, 1 + place)) ?? '')
    }
  }
  return new Set(names.map((name) => name.toLowerCase()))
}

/** Whether a capital letter at `at` is one because a sentence begins there. */
function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[\n.!?:“"‘'(]\s*)$/u.test(text.slice(Math.max(0, at - 3), at))
}
