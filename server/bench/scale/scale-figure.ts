/** What is measured at each size, in the order of the tables. */
export const SCALE_MEASURES = {
  start: 'start until the first page',
  miss: 'article miss, p50',
  missP99: 'article miss, p99',
  floor: 'floor of an article miss, p50',
  beside: 'article miss of the other build, p50',
  firstP99: 'the first 200 articles after a start, p99',
  front: 'front page after a change of its first story, until it answers with it, p50',
  section: 'section, page 1, p50',
  deep: 'section, page 1,000 or the last, p50',
  topic: 'topic, p50',
  author: 'author, p50',
  feed: 'feed, p50',
  sitemapIndex: 'sitemap index',
  sitemap: 'one sitemap',
  searchCommon: 'search, a common word, p95',
  searchFiltered: 'search, a common word in one section and year, p95',
  searchStop: 'search, a word of every story, p95',
  searchRare: 'search, a rare word, p95',
  searchPhrase: 'search, a phrase, p95',
  searchTypo: 'search, a typo, p95',
  likeRare: 'the same by plain LIKE, a rare word',
  ftsCommon: 'the same by FTS5 as it comes, a common word, p50',
  ftsRare: 'the same by FTS5 as it comes, a rare word, p50',
  firstOfMany: 'a page from memory while twenty searches run, p99',
  publish: 'publish until story, front page, section and blocks answer with it, p50',
  publishP99: 'publish until story, front page, section and blocks answer with it, p99',
  found1: 'known stories found first',
  found10: 'known stories found among ten',
  suggestion: 'related stories for a draft of 600 words, p95',
  blocks: 'what blocks of links add to an article miss, p95',
  memory: 'memory after the run',
  disk: 'store ÷ words',
} as const

export type ScaleMeasure = keyof typeof SCALE_MEASURES

/** Figures at one size; what was not measured is left out. Durations in ms, memory in MiB, the others are ratios. */
export interface ScalePoint {
  stories: number
  values: Partial<Record<ScaleMeasure, number>>
}

/** How a value of the measure is written. */
export function scaleText(measure: ScaleMeasure, value: number): string {
  switch (measure) {
    case 'found1':
    case 'found10':
    case 'disk':
      return value.toFixed(2)
    case 'memory':
      return `${Math.round(value)} MiB`
    default:
      return value >= 1000
        ? `${(value / 1000).toFixed(1)} s`
        : value >= 10
          ? `${Math.round(value)} ms`
          : `${value.toFixed(1)} ms`
  }
}

/** The size in words that fit a column. */
export function sizeText(stories: number): string {
  if (stories >= 1_000_000) return `${stories / 1_000_000}M`
  return stories >= 1000 ? `${stories / 1000}k` : String(stories)
}
