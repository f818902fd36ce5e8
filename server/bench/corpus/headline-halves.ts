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
    const joint = words
      .map((word, place) => ({ word: word.toLowerCase(), place }))
      .filter(({ word, place }) => JOINTS.has(word) && place >= 2 && place <= words.length - 2)
      .sort((one, other) => Math.abs(one.place - words.length / 2) - Math.abs(other.place - words.length / 2))[0]
    if (!joint) continue
    halves.beginnings.push(words.slice(0, joint.place).join(' '))
    halves.ends.push(words.slice(joint.place).join(' '))
  }
  return halves
}
