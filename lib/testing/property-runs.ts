/** How often a property is tried in `npm test`. */
const USUAL_RUNS = 2000

const RUNS = Number(process.env.PROPERTY_RUNS || USUAL_RUNS)
if (!Number.isInteger(RUNS) || RUNS < 1) throw new Error('PROPERTY_RUNS takes a whole number, such as 100000.')

/**
 * How often a property test tries its property: `usual` times, and as many times more as the environment variable
 * PROPERTY_RUNS is larger than 2,000. A property whose runs are slow gives a smaller `usual`.
 */
export function propertyRuns(usual: number = USUAL_RUNS): number {
  return Math.max(1, Math.round((usual * RUNS) / USUAL_RUNS))
}

/** The time a property test may take, in milliseconds: a minute for the usual runs, and more for more of them. */
export const PROPERTY_TIMEOUT_MS = Math.round(60_000 * Math.max(1, RUNS / USUAL_RUNS))
