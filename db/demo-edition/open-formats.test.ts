import { readFileSync } from 'node:fs'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { storiesFor } from '@/db/distribution/content-api'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { allTopics } from '@/db/paper/topics'
import { articlePage } from '@/db/reading/articles'
import { openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { NOW } from '@/db/testing/fixtures'
import { makeTimeline } from '@/db/timelines/timeline-changes'
import { shownTimelines, storySoFar } from '@/db/timelines/timelines'
import type { Article } from '@/lib/article/article'
import { articleJson } from '@/lib/content-api/article-json'
import { listJson } from '@/lib/content-api/list-json'
import type { InTimeline, ListedStory } from '@/lib/content-api/listed-story'
import { authorsJson, sectionsJson, timelinesJson, topicsJson } from '@/lib/content-api/named-json'
import { ninjsArticle, ninjsList } from '@/lib/content-api/ninjs'
import { oEmbed } from '@/lib/content-api/o-embed'
import { openApi } from '@/lib/content-api/open-api'
import type { Publisher } from '@/lib/content-api/publisher'
import { articleMarkdown } from '@/lib/copy/markdown'
import { type ReaderBody, readerBody } from '@/lib/linking/reader-body'

const SCHEMA = 'lib/testing/ninjs-schema/ninjs-schema_3.1.json'

/** On a busy machine. */
const FILLING_MS = 60_000

/** Every public story of the demo edition, as programs get it. */
const stories: { article: InTimeline<Article>; body: ReaderBody }[] = []
let listed: ListedStory[] = []
let publisher: Publisher
let rest: object[]

beforeAll(async () => {
  const db = openMemoryStore()
  await fillDemoEdition(db, {
    dataDir: '/nowhere',
    now: NOW,
    drawing: async (_folder, key) => ({
      widthPx: 1600,
      heightPx: 900,
      original: `${key}.svg`,
      stated: null,
      files: [
        { format: 'avif', widthPx: 800, name: `${key}-800.avif` },
        { format: 'jpeg', widthPx: 1600, name: `${key}-1600.jpeg` },
      ],
    }),
  })
  const told = await db.select({ id: articles.id }).from(articles).where(eq(articles.language, 'en')).limit(12)
  const event = { name: 'The tram to the harbour', slug: '', introduction: 'Six years\nwithout rails.' }
  await makeTimeline(db, { ...event, storyIds: told.map(({ id }) => id), by: null, now: NOW })
  publisher = { siteUrl: 'https://observer.example', settings: (await siteSettings(db)).value }
  const { value: answer } = await storiesFor(db, { query: { limit: 1000 }, now: NOW })
  if ('unknown' in answer) throw new Error('no filter was asked for')
  listed = answer.stories
  for (const { id } of listed) {
    const { value: page } = await articlePage(db, { id, now: NOW })
    if (page?.visibility !== 'public') throw new Error(`story ${id} is listed and not public`)
    const { value: soFar } = await storySoFar(db, { id, now: NOW })
    stories.push({ article: { ...page.article, soFar }, body: readerBody(page.article.body, id, page.referenced) })
  }
  rest = [
    sectionsJson((await allSections(db)).value, publisher),
    topicsJson((await allTopics(db)).value, publisher),
    timelinesJson((await shownTimelines(db, { now: NOW })).value, publisher),
    authorsJson((await allAuthors(db)).value, publisher),
  ]
}, FILLING_MS)

function validator(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  // The one schema that ninjs refers to; the paper names no places on the globe.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' })
  return ajv.compile(schema)
}

const words = (validate: ValidateFunction) =>
  (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )

describe('as ninjs 3.1', () => {
  const validate = validator(JSON.parse(readFileSync(SCHEMA, 'utf8')))
  const problemsOf = (document: unknown) => {
    // As it is sent: what is undefined is not there.
    return validate(JSON.parse(JSON.stringify(document))) ? [] : words(validate)
  }

  it('every story is valid [ninjs]', () => {
    expect(stories.length).toBeGreaterThan(40)
    expect(stories.filter(({ article }) => article.soFar).length).toBeGreaterThan(2)
    for (const { article, body } of stories) {
      expect(problemsOf(ninjsArticle(article, body, publisher)), article.path).toEqual([])
    }
  })

  it('a list is valid [ninjs]', () => {
    const list = ninjsList(listed, { path: '/api/v1/articles', title: 'Newest' }, publisher)
    expect(problemsOf(list)).toEqual([])
    expect(problemsOf(ninjsList([], { path: '/api/v1/articles', title: 'Newest' }, publisher))).toEqual([])
  })

  it.each<[string, (document: Record<string, unknown>) => unknown]>([
    ['without its uri', ({ uri: _, ...document }) => document],
    ['with a date without a zone', (document) => ({ ...document, versionCreated: '2026-11-23T08:00:00' })],
    ['of another type', (document) => ({ ...document, type: 'story' })],
    ['with a status that there is not', (document) => ({ ...document, pubStatus: 'live' })],
    ['with an urgency of ten levels', (document) => ({ ...document, urgency: '1' })],
    ['with a headline without words', (document) => ({ ...document, headlines: [{ role: 'main' }] })],
    ['with a property of its own', (document) => ({ ...document, headline: 'x' })],
    ['with a subject at a path', (document) => ({ ...document, subjects: [{ name: 'x', uri: '/city' }] })],
    [
      'with an association without a name',
      (document) => ({ ...document, associations: [{ uri: 'https://a.example/' }] }),
    ],
    ['with a rendition without a name', (document) => ({ ...document, renditions: [{ href: 'https://a.example/' }] })],
  ])('a document %s would be caught', (_, mutate) => {
    const [story] = stories
    if (!story) throw new Error('the demo edition has no story')
    expect(problemsOf(mutate({ ...ninjsArticle(story.article, story.body, publisher) }))).not.toEqual([])
  })
})

describe('the description of the API', () => {
  const answersAs = (name: string) => {
    const { components } = openApi(publisher)
    // References are written for the whole description.
    return validator({ $ref: `#/components/schemas/${name}`, components })
  }
  const sent = (answer: object) => JSON.parse(JSON.stringify(answer))

  it('is true of every story [api-addresses]', () => {
    const validate = answersAs('Article')
    for (const { article, body } of stories) {
      expect(validate(sent(articleJson(article, body, publisher))) ? [] : words(validate), article.path).toEqual([])
    }
  })

  it('is true of lists, sections, topics, timelines, authors and embeds', () => {
    const list = answersAs('StoryList')
    expect(list(sent(listJson(listed, null, publisher))) ? [] : words(list)).toEqual([])
    for (const [index, name] of ['SectionTree', 'TopicList', 'TimelineList', 'AuthorList'].entries()) {
      const validate = answersAs(name)
      expect(validate(sent(rest[index] ?? {})) ? [] : words(validate), name).toEqual([])
    }
    const validate = answersAs('OEmbed')
    for (const { article } of stories) {
      expect(validate(sent(oEmbed(article, {}, publisher))) ? [] : words(validate), article.path).toEqual([])
    }
  })

  it.each<[string, (story: Record<string, unknown>) => unknown]>([
    ['without a headline', ({ headline: _, ...story }) => story],
    ['with the desk’s own words', (story) => ({ ...story, state: 'published' })],
    [
      'with an element that there is not',
      (story) => ({ ...story, body: { elements: [{ type: 'advert', id: 'e1' }] } }),
    ],
  ])('would catch a story %s', (_, mutate) => {
    const [story] = stories
    if (!story) throw new Error('the demo edition has no story')
    expect(answersAs('Article')(mutate(sent(articleJson(story.article, story.body, publisher))))).toBe(false)
  })
})

it('the demo edition has every type of element in API answers', () => {
  const kinds = new Set(stories.flatMap(({ body }) => body.map(({ type }) => type)))
  const inAnswers = new Set(
    stories.flatMap(({ article, body }) => articleJson(article, body, publisher).body.elements.map(({ type }) => type)),
  )
  expect(inAnswers).toEqual(kinds)
  expect(kinds).toContain('also-read')
  expect(kinds).toContain('related-news')
})

it('every address in API answers is absolute', () => {
  for (const { article, body } of stories) {
    const { body: _, ...around } = articleJson(article, body, publisher)
    const elements = elementsOf(articleJson(article, body, publisher).body.elements)
    for (const url of [...elements, ...elementsOf(around)]) expect(url).toMatch(/^(?:https?:\/\/|mailto:)/)
    expect(articleMarkdown(article, body, publisher)).not.toMatch(/\]\(\//)
  }
})

/** Everything called url, or ending so, at any depth. */
function elementsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    /url$/i.test(name) && typeof inner === 'string' && inner ? [inner] : elementsOf(inner),
  )
}
