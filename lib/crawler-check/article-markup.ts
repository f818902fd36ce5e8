import type { CrawledPage } from '@/lib/crawler-check/crawled-page'

/** An object of JSON-LD. */
export type Thing = Record<string, unknown>

const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting)$/

/** Every object with a type in the JSON-LD of the page, nested ones after their parents. */
export function thingsOn({ jsonLd }: Pick<CrawledPage, 'jsonLd'>): Thing[] {
  const things: Thing[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      if ('@type' in value) things.push(value as Thing)
      Object.values(value).forEach(visit)
    }
  }
  visit(jsonLd)
  return things
}

/** The types of an object. */
export function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string')
}

/** The JSON-LD of the article that the page is about; null without one. */
export function articleMarkup(page: Pick<CrawledPage, 'jsonLd'>): Thing | null {
  return thingsOn(page).find((thing) => typesOf(thing).some((type) => ARTICLE_TYPE.test(type))) ?? null
}

/** The string under `key`; empty without one. */
export function textsOf(thing: Thing | null, key: string): string {
  const value = thing?.[key]
  return typeof value === 'string' ? value : ''
}
