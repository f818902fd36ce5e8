import Validator from '@adobe/structured-data-validator'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { schemaVocabulary } from '@/e2e/testing/schema-vocabulary'
import { fetchFrom } from '@/e2e/testing/site-response'
import { crawledPage } from '@/lib/crawler-check/crawled-page'
import { findingsOf } from '@/lib/crawler-check/rule'
import { RULES } from '@/lib/crawler-check/rules'

type Thing = Record<string, unknown>

const VOCABULARY = schemaVocabulary()

async function graphOf(paper: Paper, path: string): Promise<Thing[]> {
  return graphIn((await fetchFrom(paper, path)).body)
}

function graphIn(html: string): Thing[] {
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  const { '@graph': graph = [] }: { '@graph'?: Thing[] } = JSON.parse(json)
  return graph
}

/** The errors of the validator in a graph, and names that schema.org does not have. */
async function issuesIn(graph: Thing[]): Promise<string[]> {
  const issues = await new Validator(VOCABULARY).validate({ jsonld: { page: structuredClone(graph) } })
  return issues
    .filter(({ severity, errorType }) => severity === 'ERROR' || errorType === 'schemaOrg')
    .map(({ issueMessage }) => issueMessage)
}

test('every page type uses only names of schema.org and has everything that rich results require', async ({
  paper,
}) => {
  for (const { name, status, path } of PAGE_TYPES) {
    const graph = await graphOf(paper, await path(paper))
    expect(graph.length > 0, name).toBe(status === 200)
    expect(await issuesIn(graph), name).toEqual([])
  }
})

test('no page type breaks a rule for structured data [json-ld-graph]', async ({ paper }) => {
  const rules = RULES.filter(({ family }) => family === 'structured-data')
  expect(rules.length).toBeGreaterThan(15)
  const context = { siteUrl: paper.url, paper: 'The Broadsheet', now: PRINTED_AT, addresses: new Map() }
  for (const { name, path } of PAGE_TYPES) {
    const { url, status, headers, body: html } = await fetchFrom(paper, await path(paper))
    const page = crawledPage({ url, status, headers: headers as Record<string, string>, html })
    const found = rules.flatMap((rule) => findingsOf(rule, page, context))
    expect(found, name).toEqual([])
  }
})

for (const [what, from, to] of [
  ['a type that schema.org does not have', '"@type":"NewsArticle"', '"@type":"NewspaperArticle"'],
  ['a property that schema.org does not have', '"headline":', '"title":'],
  ['a property of another type', '"wordCount":', '"jobTitle":'],
  ['a picture without an address', /"url":"[^"]*\/media\/[^"]*","contentUrl":"[^"]*",/, ''],
  ['an author without a name', '"name":"Mirela Osei",', ''],
  ['a step of the way without a name', '"position":2,"name":"City",', '"position":2,'],
] as const) {
  test(`the validator finds ${what}`, async ({ paper }) => {
    const { body } = await fetchFrom(paper, (await demoStory(paper, 'tram-line-4')).path)
    const broken = body.replace(from, to)
    expect(broken).not.toBe(body)
    expect(await issuesIn(graphIn(broken))).not.toEqual([])
  })
}

test('each kind of story has its own type [article-types]', async ({ paper }) => {
  for (const [key, type] of [
    ['tram-line-4', 'NewsArticle'],
    ['opinion-benches', 'OpinionNewsArticle'],
    ['ferry-day', 'ReportageNewsArticle'],
    ['tide-tables', 'BackgroundNewsArticle'],
    ['theatre-first-night', 'ReviewNewsArticle'],
  ] as const) {
    const [story] = await graphOf(paper, (await demoStory(paper, key)).path)
    expect(story?.['@type'], key).toBe(type)
  }
})

test('the lead picture of a story has three shapes, each with its rights', async ({ paper }) => {
  const [story] = await graphOf(paper, (await demoStory(paper, 'tram-line-4')).path)
  const images = story?.image as (Thing & { width: number; height: number })[]
  expect(images.map(({ width, height }) => (width / height).toFixed(2))).toEqual(['1.78', '1.33', '1.00'])
  for (const image of images) {
    expect(image).toMatchObject({
      creator: { '@type': 'Organization', name: 'The Broadsheet' },
      creditText: 'Drawing: The Broadsheet',
      copyrightNotice: '© Broadsheet Readers’ Trust',
    })
  }
})

test('a corrected story has its correction with the address where readers find it', async ({ paper }) => {
  const { path } = await demoStory(paper, 'museum-roof')
  const [story] = await graphOf(paper, path)
  expect(story?.correction).toEqual([
    expect.objectContaining({ '@type': 'CorrectionComment', url: `${paper.url}${path}#corrections` }),
  ])
})

test('a story and its translation name each other', async ({ paper }) => {
  const arabic = await demoStory(paper, 'old-library')
  const english = await demoStory(paper, 'old-library-english')
  const [original] = await graphOf(paper, arabic.path)
  const [translation] = await graphOf(paper, english.path)
  const version = { '@id': translation?.['@id'], url: paper.url + english.path }
  expect(original).toMatchObject({ inLanguage: 'ar', workTranslation: [version] })
  expect(translation).toMatchObject({ inLanguage: 'en', translationOfWork: { url: paper.url + arabic.path } })
})
