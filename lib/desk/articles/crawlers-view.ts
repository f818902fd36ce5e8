import { z } from 'zod'
import { manuscriptSchema } from '@/lib/article/manuscript'
import type { Finding } from '@/lib/crawler-check/crawled-page'
import type { Checklist } from '@/lib/desk/articles/checklist'

const finding = {
  rule: z.string(),
  severity: z.enum(['error', 'advice']),
  message: z.string(),
  remedy: z.string(),
}

const siteFaultSchema: z.ZodType<Finding> = z.strictObject(finding)

/** A finding that an editor can mend, with the field in which. */
const editorsFindingSchema = z.strictObject({ ...finding, field: manuscriptSchema.keyof() })

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
  /** What an editor can mend, errors before advice. Nothing of it keeps the story from being published. */
  findings: z.array(editorsFindingSchema),
  /** The errors that no editor can mend; for admins only. */
  siteFaults: z.array(siteFaultSchema),
  /** null when the page could not be rendered. */
  searchResult: searchResultSchema.nullable(),
  socialCard: socialCardSchema.nullable(),
})

export type CrawlersView = z.infer<typeof crawlersViewSchema>
export type EditorsFinding = z.infer<typeof editorsFindingSchema>
export type SearchResult = z.infer<typeof searchResultSchema>
export type SocialCard = z.infer<typeof socialCardSchema>

/** What the checklist says of the same thing, by rule. */
const SAID_BY: Partial<Record<string, string[]>> = {
  'social/picture-size': ['no-lead', 'lead-small'],
  'news/picture': ['no-lead', 'lead-small'],
  'news/byline': ['no-byline'],
  'news/headline-length': ['headline-long', 'no-headline'],
  'news/headline-alone': ['headline-label', 'no-headline'],
  'body/words': ['no-text'],
  'body/enough-words': ['no-text'],
  'body/picture-words': ['no-alt'],
  'body/links-answer': ['link-not-public', 'target-missing'],
  'body/blocks': ['target-missing', 'unfinished'],
}

/** The findings that the checklist does not state already, each thing once. */
export function notInChecklist(findings: EditorsFinding[], checklist: Checklist | null): EditorsFinding[] {
  const said = new Set([...(checklist?.blockers ?? []), ...(checklist?.advice ?? [])].map(({ code }) => code))
  const named = new Set<string>()
  return findings.filter(({ rule, message }) => {
    const codes = SAID_BY[rule] ?? []
    // Two rules that stand for one point of the checklist say one thing.
    const thing = codes.join() || message
    if (codes.some((code) => said.has(code)) || named.has(thing)) return false
    named.add(thing)
    return true
  })
}
