import type { ArticleKind } from '@/lib/article/article'
import { ageFactor } from '@/lib/linking/related/signals'

/** The age in days at which half of what age can take from a story's score is taken, by kind. */
const HALF_LIFE_DAYS: Record<ArticleKind, number> = {
  live: 14,
  opinion: 60,
  news: 103,
  interview: 150,
  analysis: 150,
  review: 200,
  feature: 300,
  explainer: 720,
}

/**
 * By how much a story of `kind` counts for more or less than a news story of its age: an explainer serves for years, a live
 * story for days. 1 for news, and for what is new.
 */
export function kindFactor(kind: ArticleKind, daysOlder: number): number {
  const asNews = (daysOlder * HALF_LIFE_DAYS.news) / HALF_LIFE_DAYS[kind]
  return ageFactor(asNews) / ageFactor(daysOlder)
}
