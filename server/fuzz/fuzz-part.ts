import type { SeededRandom } from '@/server/chaos/seeded-random'
import type { FuzzedSite } from '@/server/fuzz/fuzzed-site'

/** What a part of the fuzz gets. */
export interface FuzzRun {
  site: FuzzedSite
  random: SeededRandom
  /** How many requests the part sends, where it counts them. */
  requests: number
  /** Takes a line of progress, which goes to standard error. */
  report: (line: string) => void
}

/** What a part found. */
export interface FuzzResult {
  /** What was measured, by a name in words; numbers are in the unit that the name says. */
  figures: Record<string, number>
  /** What went wrong, each with the request that led to it; empty when every bar is met. */
  faults: string[]
}

/** One part of the fuzz: what it sends to the site, and what it found. */
export type FuzzPart = (run: FuzzRun) => Promise<FuzzResult>
