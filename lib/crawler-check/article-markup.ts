import type { CrawledPage } from '@/lib/crawler-check/crawled-page'

/** An object of JSON-LD. */
export type Thing = Record<string, unknown>

const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting)$/

/** Every object of the page's JSON-LD that has a type, those within others after them. */
export function thingsOn({ jsonLd }: Pick<CrawledPage, 'jsonLd'>): Thing[] {
  const found: Thing[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (typeof value === 'object' && value !== null) {
      if ('@type' in value) found.push(value as Thing)
      Object.values(value).forEach(look)
    }
  }
  look(jsonLd)
  return found
}

/** The types of a thing. */
export function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string')
}

/** The markup of the article that the page is; null without one. */
export function articleMarkup(page: Pick<CrawledPage, 'jsonLd'>): Thing | null {
  return thingsOn(page).find((thing) => typesOf(thing).some((type) => ARTICLE_TYPE.test(type))) ?? null
}

/** The words under `key`; empty when there are none. */
export function textsOf(thing: Thing | null, key: string): string {
  const value = thing?.[key]
  return typeof value === 'string' ? value : ''
}
