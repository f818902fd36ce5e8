import type { Cleaning } from '@/lib/text/clean-text'
import { cleaningsIn } from '@/lib/text/clean-text'
import { isUnseen } from '@/lib/text/visible-text'

/** How many characters were taken out or replaced, by reason. */
export type Cleanings = ReadonlyMap<Cleaning, number>

const NAMES: Record<Cleaning, [one: string, several: string]> = {
  'soft-hyphen': ['soft hyphen', 'soft hyphens'],
  unseen: ['invisible character', 'invisible characters'],
  control: ['control character', 'control characters'],
  direction: ['direction control', 'direction controls'],
  broken: ['broken character', 'broken characters'],
  ligature: ['ligature', 'ligatures'],
}

const REASONS = Object.keys(NAMES) as Cleaning[]

/**
 * What cleaning did, for whoever typed, pasted or imported a text; empty when it did nothing.
 * `Taken out, because readers do not see them: 2 soft hyphens and 1 control character. Written in letters: 1 ligature.`
 */
export function cleaningWords(cleanings: Cleanings): string {
  const listed = (reasons: Cleaning[]) =>
    new Intl.ListFormat('en-GB').format(
      reasons.flatMap((reason) => {
        const count = cleanings.get(reason) ?? 0
        return count ? `${count} ${NAMES[reason][count === 1 ? 0 : 1]}` : []
      }),
    )
  const gone = listed(REASONS.filter((reason) => reason !== 'ligature'))
  const written = listed(['ligature'])
  return [gone && `Taken out, because readers do not see them: ${gone}.`, written && `Written in letters: ${written}.`]
    .filter(Boolean)
    .join(' ')
}

/**
 * What cleaning did between the JSON that was `sent` and what is `kept` of it: texts that are the same in both, such as
 * secrets, were not cleaned.
 */
export function cleaningsBetween(sent: unknown, kept: unknown): Cleanings {
  const counts = new Map<Cleaning, number>()
  count(sent, kept, counts)
  return counts
}

function count(sent: unknown, kept: unknown, counts: Map<Cleaning, number>): void {
  if (typeof sent === 'string') {
    if (sent === kept) return
    const found = cleaningsIn(sent)
    // What cleaning leaves alone as spelling shows nothing either, and is gone with a text that has nothing else.
    if (kept === '' && !found.size && [...sent].some(isUnseen)) found.set('unseen', [...sent].filter(isUnseen).length)
    for (const [reason, more] of found) counts.set(reason, (counts.get(reason) ?? 0) + more)
  } else if (typeof sent === 'object' && sent !== null && sent !== kept) {
    for (const [key, value] of Object.entries(sent)) count(value, part(kept, key), counts)
  }
}

function part(kept: unknown, key: string): unknown {
  return typeof kept === 'object' && kept !== null ? Reflect.get(kept, key) : undefined
}

/** The header of an answer of the desk that tells what was cleaned in the request. */
export const CLEANING_HEADER = 'broadsheet-cleaned'

/** What was cleaned as the value of that header, such as `soft-hyphen=2, control=1`. */
export function cleaningHeader(cleanings: Cleanings): string {
  return [...cleanings].map(([reason, count]) => `${reason}=${count}`).join(', ')
}

/** What such a header tells; what it has of anything else is left out. */
export function parseCleaningHeader(header: string): Cleanings {
  return new Map(
    header.split(/,\s*/).flatMap((entry): [Cleaning, number][] => {
      const [name, count] = entry.split('=')
      const reason = REASONS.find((known) => known === name)
      return reason && Number(count) > 0 ? [[reason, Number(count)]] : []
    }),
  )
}
