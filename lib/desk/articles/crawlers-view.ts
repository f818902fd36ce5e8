import { z } from 'zod'
import type { Finding } from '@/lib/crawler-check/crawled-page'

const findingSchema: z.ZodType<Finding> = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'advice']),
  message: z.string(),
  remedy: z.string(),
})

/** A line in a list of search results. */
const searchResultSchema = z.strictObject({
  title: z.string(),
  /** As search engines write it: the host, then the path in words. */
  address: z.string(),
  description: z.string(),
})

/** What a social network makes of a link. */
const socialCardSchema = z.strictObject({
  site: z.string(),
  title: z.string(),
  description: z.string(),
  /** null when the site is to draw a card, or there is no picture. */
  picture: z.strictObject({ path: z.string(), alt: z.string() }).nullable(),
})

/** A story under work as search engines and social networks will see it. */
export const crawlersViewSchema = z.strictObject({
  /** The version of the story that was looked at. */
  version: z.int(),
  /** Errors before advice. */
  findings: z.array(findingSchema),
  /** null when the page could not be rendered. */
  searchResult: searchResultSchema.nullable(),
  socialCard: socialCardSchema.nullable(),
})

export type CrawlersView = z.infer<typeof crawlersViewSchema>
export type SearchResult = z.infer<typeof searchResultSchema>
export type SocialCard = z.infer<typeof socialCardSchema>
