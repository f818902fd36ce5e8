import type { Manuscript } from '@/lib/article/manuscript'
import { BODY_RULES } from '@/lib/crawler-check/body-rules'
import type { CrawledPage, Finding } from '@/lib/crawler-check/crawled-page'
import { DATE_RULES } from '@/lib/crawler-check/date-rules'
import { HEAD_RULES } from '@/lib/crawler-check/head-rules'
import { LIST_MARKUP_RULES } from '@/lib/crawler-check/list-markup-rules'
import { MARKUP_RULES } from '@/lib/crawler-check/markup-rules'
import { NEWS_RULES } from '@/lib/crawler-check/news-rules'
import { type CheckContext, findingsOf, type Rule } from '@/lib/crawler-check/rule'
import { SOCIAL_RULES } from '@/lib/crawler-check/social-rules'
import { SPECIAL_STORY_RULES } from '@/lib/crawler-check/special-story-rules'
import { STATUS_RULES } from '@/lib/crawler-check/status-rules'
import { STORY_MARKUP_RULES } from '@/lib/crawler-check/story-markup-rules'

/** Every rule for pages, in the order in which findings are listed. */
export const RULES: readonly Rule[] = [
  ...STATUS_RULES,
  ...HEAD_RULES,
  ...SOCIAL_RULES,
  ...MARKUP_RULES,
  ...STORY_MARKUP_RULES,
  ...LIST_MARKUP_RULES,
  ...SPECIAL_STORY_RULES,
  ...DATE_RULES,
  ...NEWS_RULES,
  ...BODY_RULES,
]

/** The rules that apply to a response without the page; the others would judge an error page. */
const RULES_WITHOUT_PAGE = new Set(['status/found', 'status/one-hop'])

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

/**
 * The field of the manuscript in which an editor mends a finding; null when none can, so that it is a fault of the site.
 * Throws for a rule that does not exist.
 */
export function mendedIn({ rule }: Pick<Finding, 'rule'>): keyof Manuscript | null {
  const found = BY_ID.get(rule)
  if (!found) throw new Error(`there is no rule ${rule}`)
  return found.mendedIn
}

/** Everything that crawlers, aggregators and social networks would find wrong with the page: errors before advice. */
export function findingsOn(page: CrawledPage, context: CheckContext): Finding[] {
  return errorsFirst(rulesFor(page).flatMap((rule) => findingsOf(rule, page, context)))
}

/** The same, with a call of `yieldToRequests` after each rule. */
export async function findingsInTurns(
  page: CrawledPage,
  context: CheckContext,
  yieldToRequests: () => Promise<void>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const rule of rulesFor(page)) {
    findings.push(...findingsOf(rule, page, context))
    await yieldToRequests()
  }
  return errorsFirst(findings)
}

function rulesFor({ status, kind }: CrawledPage): readonly Rule[] {
  return status === 200 || kind === 'absent' ? RULES : RULES.filter(({ id }) => RULES_WITHOUT_PAGE.has(id))
}

function errorsFirst(findings: readonly Finding[]): Finding[] {
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'advice'),
  ]
}
