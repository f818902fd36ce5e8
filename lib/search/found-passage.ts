import { graphemeEnd, graphemeStart, type MarkedText, markedText } from '@/lib/search/marked-text'
import type { FoundPlace, SoughtWords } from '@/lib/search/sought-words'
import { type Word, wordsIn } from '@/lib/search/words'

/** About two lines in a list, in code units. */
const LENGTH = 200
/** How much of it may stand before the first thing that was found. */
const LEAD = 70
/** Further on in a story nothing is looked for, so that no story makes a page of results slow; in code units. */
const FURTHEST = 100_000

/** A script without spaces, in which a passage may begin and end between any two characters. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u

/**
 * The words around the place in `texts` (the parts of a story, in order) at which most of what is sought stands together,
 * the first of several. It begins and ends with whole words, with an ellipsis where the text goes on, and never reaches
 * over two parts. null where nothing is found.
 */
export function foundPassage(texts: Iterable<string>, sought: SoughtWords): MarkedText | null {
  let best: { text: string; words: Word[]; places: FoundPlace[]; terms: number; first: FoundPlace } | null = null
  let read = 0
  for (const written of texts) {
    if (read > FURTHEST) break
    const text = written.slice(0, FURTHEST).replace(/\s+/gu, ' ').trim()
    read += text.length
    const words = wordsIn(text)
    const places = sought.placesAmong(words)
    const dense = densest(places)
    if (dense && dense.terms > (best?.terms ?? 0)) best = { text, words, places, ...dense }
    if (best?.terms === sought.terms.length) break
  }
  return best && cut(best)
}

/** The place from which on most different terms stand within the length of a passage. */
function densest(places: readonly FoundPlace[]): { first: FoundPlace; terms: number } | null {
  let best: { first: FoundPlace; terms: number } | null = null
  for (const [at, first] of places.entries()) {
    const terms = new Set<number>()
    for (let next = at; next < places.length; next += 1) {
      const place = places[next]
      if (!place || place.to - first.from > LENGTH - LEAD / 2) break
      terms.add(place.term)
    }
    if (terms.size > (best?.terms ?? 0)) best = { first, terms: terms.size }
  }
  return best
}

function cut({
  text,
  words,
  places,
  first,
}: {
  text: string
  words: readonly Word[]
  places: readonly FoundPlace[]
  first: FoundPlace
}): MarkedText {
  const from = text.length <= LENGTH ? 0 : startBefore(text, words, first)
  const to = endBehind(text, words, { from, place: first })
  const parts = markedText(text, places, { from, to })
  const [start] = parts
  if (from > 0 && start) {
    if (start.isFound) parts.unshift({ text: '… ', isFound: false })
    else start.text = `… ${start.text}`
  }
  if (to >= text.length) return parts
  const last = parts.at(-1)
  if (last && !last.isFound) last.text += ' …'
  else parts.push({ text: ' …', isFound: false })
  return parts
}

/** The first word of a sentence that leads to the place, or else the first word that is near enough. */
function startBefore(text: string, words: readonly Word[], { from: at }: FoundPlace): number {
  if (at <= LEAD) return 0
  const near = words.filter(({ from }) => from >= at - LEAD && from <= at && isEdge(text, from))
  const sentence = near.find(({ from }) => /[.!?…。！？।؟][”"’»）)]? ?$/u.test(text.slice(Math.max(0, from - 3), from)))
  return graphemeStart(text, (sentence ?? near[0])?.from ?? at)
}

/** The end of the last word that still fits, with the signs behind it; never before the end of the place. */
function endBehind(text: string, words: readonly Word[], { from, place }: { from: number; place: FoundPlace }): number {
  const most = Math.max(from + LENGTH, place.to)
  if (text.length <= most + LEAD / 4) return text.length
  const fitting = words.filter(({ to }) => to > from && to <= most && isEdge(text, behindSigns(text, to)))
  return graphemeEnd(text, behindSigns(text, Math.max(place.to, fitting.at(-1)?.to ?? 0)))
}

function behindSigns(text: string, at: number): number {
  const signs = /^[^\s\p{L}\p{N}\p{M}\p{Ps}\p{Pi}\p{Pd}]{1,3}(?=\s|$)/u.exec(text.slice(at, at + 4))
  return at + (signs?.[0].length ?? 0)
}

/** Whether a text may be cut at `at`: at a space, or in a script that has none. */
function isEdge(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 1), at + 1)
  return at <= 0 || at >= text.length || /\s/u.test(around) || UNSPACED.test(around)
}
