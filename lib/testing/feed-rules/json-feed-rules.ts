import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { htmlProblems } from '@/lib/testing/feed-rules/html-rules'
import { JSON_FEED_SCHEMA } from '@/lib/testing/feed-rules/json-feed-schema'
import { repeated } from '@/lib/testing/feed-rules/parse-xml'

/** The parts of a JSON Feed by which readers identify stories. */
export interface ParsedJsonFeed {
  title: string
  feed_url: string
  hubs?: { type: string; url: string }[]
  items: ParsedJsonItem[]
}

export interface ParsedJsonItem {
  id: string
  url: string
  title: string
  content_html?: string
  content_text?: string
  summary?: string
  image?: string
  date_published: string
  date_modified: string
}

const isValid = addFormats(new Ajv({ allErrors: true })).compile<ParsedJsonFeed>(JSON_FEED_SCHEMA)

/** The problems of `json` by JSON Feed 1.1 and by the additional promises of this paper, in words; empty when it is valid. */
export function jsonFeedProblems(json: string): string[] {
  const feed: unknown = JSON.parse(json)
  if (!isValid(feed)) return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  const { items } = feed
  return [
    ...repeated(items.map(({ id }) => id)).map((id) => `the id ${id} repeats`),
    ...items.flatMap((item) => [
      ...(Date.parse(item.date_modified) < Date.parse(item.date_published)
        ? ['an item was modified before it was published']
        : []),
      ...htmlProblems(item.content_html ?? ''),
    ]),
    ...(items.some((item, place) => isLater(item, items[place - 1])) ? ['an item stands behind an older one'] : []),
  ]
}

function isLater(item: ParsedJsonItem, before: ParsedJsonItem | undefined): boolean {
  return before !== undefined && Date.parse(item.date_published) > Date.parse(before.date_published)
}
