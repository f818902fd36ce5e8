import type { SourceText } from '@/server/bench/corpus/source-texts'

/** Words before which a headline can be cut, so that another's end goes on from there. */
const JOINTS = new Set(
  'to as in for on after of with from at over by says amid into against before about than despite'.split(' '),
)

/** The beginnings and ends of the headlines of a pool. */
export interface HeadlineHalves {
  beginnings: string[]
  ends: string[]
}

/** Each headline cut at the joint nearest to its middle; one without a joint is a beginning only. */
export function halvesOf(texts: readonly SourceText[]): HeadlineHalves {
  const halves: HeadlineHalves = { beginnings: [], ends: [] }
  for (const { headline } of texts) {
    const words = headline.split(' ')
    const joint = jointOf(words)
    if (joint === null) continue
    halves.beginnings.push(words.slice(0, joint).join(' '))
    halves.ends.push(words.slice(joint).join(' '))
  }
  return halves
}

/** The place of the word before which a headline can be cut nearest to its middle; null for none. */
export function jointOf(words: readonly string[]): number | null {
  const joints = words.flatMap((word, place) =>
    JOINTS.has(word.toLowerCase()) && place >= 2 && place <= words.length - 2 ? [place] : [],
  )
  const toMiddle = (place: number) => Math.abs(place - words.length / 2)
  return joints.sort((one, other) => toMiddle(one) - toMiddle(other))[0] ?? null
}
