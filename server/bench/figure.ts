export const PARTS = [
  'start',
  'article',
  'pages',
  'nginx',
  'door',
  'miss',
  'memory',
  'freshness',
  'desk',
  'api',
  'archive',
  'sitemap',
  'weights',
  'shift',
  'lighthouse',
  'typing',
  'pictures',
] as const

/** Parts that take longer than all others together, and run only when they are named. */
export const ONLY_WHEN_NAMED: readonly Part[] = ['pictures']

/** A part of the bench that can be run alone. */
export type Part = (typeof PARTS)[number]

export type Unit = 'req/s' | 'ms' | 'bytes' | 'MiB' | 'pages' | 'files' | 'ratio' | 'score' | 'shift'

/** The limit of a figure: at most or at least a value. */
export type Bar = { most: number } | { least: number }

export interface Figure {
  part: Part
  what: string
  value: number
  unit: Unit
  bar?: Bar | undefined
}

/** null for a figure without a bar. */
export function isMet({ value, bar }: Figure): boolean | null {
  if (!bar) return null
  return 'most' in bar ? value <= bar.most : value >= bar.least
}
