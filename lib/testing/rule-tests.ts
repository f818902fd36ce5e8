import { describe, expect, it } from 'vitest'
import { type Thing, typesOf } from '@/lib/crawler-check/article-markup'
import { type CrawledResponse, crawledPage, type Finding } from '@/lib/crawler-check/crawled-page'
import type { CheckContext, CheckedAddress, Rule } from '@/lib/crawler-check/rule'
import { findingsOn } from '@/lib/crawler-check/rules'
import { VALID_ARTICLE, validContext } from '@/lib/testing/valid-pages'

/** A change of a valid page, or of the context of its check, that breaks one rule. */
export interface Break {
  /** The valid page; the article when left out. */
  of?: CrawledResponse
  html?: (html: string) => string
  /** Headers that replace those of the page; an undefined one is removed. */
  headers?: Record<string, string | undefined>
  status?: number
  context?: Partial<CheckContext>
  /** Responses of other addresses, by absolute URL. */
  addresses?: Record<string, CheckedAddress>
}

/**
 * Tests that each break of a rule leads to a finding with the severity of the rule, and that every rule has a break.
 * `breaks` holds them by the id of the rule, then by a name for the title of the test.
 */
export function testRules(rules: readonly Rule[], breaks: Record<string, Record<string, Break>>): void {
  it('every rule has a test that breaks it, and every test a rule', () => {
    expect(Object.keys(breaks).sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  describe.each(rules.map((rule) => [rule.requirement, rule] as const))('%s', (_requirement, rule) => {
    it.each(Object.entries(breaks[rule.id] ?? {}))('finds %s', (_name, change) => {
      const findings = findingsOfBreak(change).filter((finding) => finding.rule === rule.id)
      expect(findings).not.toEqual([])
      for (const { message, remedy, severity } of findings) {
        expect(severity).toBe(rule.severity)
        expect(message).toMatch(/^\p{Lu}.*[.”]$/su)
        expect(remedy).toMatch(/^\p{Lu}.*\.$/su)
      }
    })
  })
}

/** The findings on the valid page with this change. */
export function findingsOfBreak({
  of = VALID_ARTICLE,
  html = (same) => same,
  headers = {},
  status = of.status,
  context,
  addresses = {},
}: Break): Finding[] {
  const valid = validContext()
  const changedHeaders = Object.fromEntries(
    Object.entries({ ...of.headers, ...headers }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>
  const response = { ...of, status, html: html(of.html), headers: changedHeaders }
  return findingsOn(crawledPage(response), {
    ...valid,
    anonymous: response,
    isInSitemap: of === VALID_ARTICLE,
    ...context,
    addresses: new Map([...valid.addresses, ...Object.entries(addresses)]),
  })
}

/** Replaces `from` in the HTML. Throws when the HTML does not contain it. */
export const replaceHtml = (from: string | RegExp, to: string) => (html: string) => {
  const changed = html.replace(from, to)
  if (changed === html) throw new Error(`the valid page has no ${from}`)
  return changed
}

/** Adds a tag to the head. */
export const inHead = (tag: string): Break => ({ html: replaceHtml('</head>', `${tag}</head>`) })

/** Adds markup to the text of the article. */
export const inText = (markup: string): Break => ({
  html: replaceHtml('<p>Nobody was late.</p>', `<p>Nobody was late.</p>${markup}`),
})

/** Removes what the pattern matches. */
export const without = (pattern: RegExp): Break => ({ html: replaceHtml(pattern, '') })

/** Changes the content of a meta tag. */
export const withMeta = (name: string, content: string): Break => ({
  html: replaceHtml(new RegExp(`(<meta (?:name|property)="${name}" content=)"[^"]*"`), `$1"${content}"`),
})

/** Lets a path of the site answer like this. */
export const withAddress = (path: string, address: CheckedAddress): Break => ({
  addresses: { [`https://paper.example${path}`]: address },
})

/** Changes the object of this type in the structured data. */
export const inMarkup = (type: string, change: (thing: Thing) => void, of = VALID_ARTICLE): Break => ({
  of,
  html: (html) =>
    html.replace(/(<script type="application\/ld\+json">)(.*?)(<\/script>)/s, (_all, open, json, close) => {
      const data = JSON.parse(json)
      const thing = (data['@graph'] as Thing[]).find((part) => typesOf(part).includes(type))
      if (!thing) throw new Error(`the valid page has no ${type}`)
      change(thing)
      return open + JSON.stringify(data) + close
    }),
})

/** Changes properties of the article in the structured data. */
export const inStory = (change: Thing): Break => inMarkup('NewsArticle', (story) => Object.assign(story, change))
