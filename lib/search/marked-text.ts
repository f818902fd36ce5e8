import type { FoundPlace } from '@/lib/search/sought-words'

/** A text in parts, of which those that were looked for are to be marked. Neighbours differ; no part is empty. */
export type MarkedText = { text: string; isFound: boolean }[]

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How far around a place a character of several code points is looked for, in code units. */
const MAX_GRAPHEME_LENGTH = 64

/** `text` from `from` up to `to`, with what stands at `places` marked; places that touch are one. No character is parted. */
export function markedText(
  text: string,
  places: readonly FoundPlace[],
  { from, to }: { from: number; to: number } = { from: 0, to: text.length },
): MarkedText {
  const parts: MarkedText = []
  let end = from
  const add = (upTo: number, isFound: boolean) => {
    if (upTo <= end) return
    const last = parts.at(-1)
    if (last?.isFound === isFound) last.text += text.slice(end, upTo)
    else parts.push({ text: text.slice(end, upTo), isFound })
    end = upTo
  }
  const inside = places.filter((place) => place.from >= from && place.to <= to)
  for (const place of inside.sort((one, other) => one.from - other.from)) {
    add(graphemeStart(text, place.from), false)
    add(Math.min(to, graphemeEnd(text, place.to)), true)
  }
  add(to, false)
  return parts
}

/** The beginning of the character within which `at` is; `at` where one begins there. */
export function graphemeStart(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length)
  const begun = Math.max(0, at - MAX_GRAPHEME_LENGTH)
  const around = text.slice(begun, at + MAX_GRAPHEME_LENGTH)
  return begun + (GRAPHEMES.segment(around).containing(at - begun)?.index ?? at - begun)
}

/** The end of the character within which `at` is; `at` where one begins there. */
export function graphemeEnd(text: string, at: number): number {
  const start = graphemeStart(text, at)
  if (start === at) return at
  const around = text.slice(start, start + MAX_GRAPHEME_LENGTH)
  return start + (GRAPHEMES.segment(around).containing(0)?.segment.length ?? at - start)
}

/** The words of a marked text without its marks. */
export function plainMarked(parts: MarkedText): string {
  return parts.map(({ text }) => text).join('')
}
