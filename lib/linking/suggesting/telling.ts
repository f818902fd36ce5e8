import type { Signals } from '@/lib/linking/related/signals'

/** What two stories must have in common at the least; any of these is enough. */
const LEAST = { plainCosine: 0.08, names: 0.1, inSentence: 0.6, links: 0.1, letters: 0.3 }

/** Whether two stories have more in common than common words. A draft that is hardly more than a headline is told by that. */
export function isTelling(signals: Signals, isShort: boolean): boolean {
  const { plainCosine, names, inSentence, links, letters } = signals
  if (isShort) return letters >= LEAST.letters || plainCosine >= 2 * LEAST.plainCosine || links >= LEAST.links
  return (
    plainCosine >= LEAST.plainCosine || names >= LEAST.names || inSentence >= LEAST.inSentence || links >= LEAST.links
  )
}
