import { createConfig, lintFromString } from '@redocly/openapi-core'
import { parseFeed } from '@rowanmanning/feed-parser'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import openGraphScraper from 'open-graph-scraper'
import { articlePage } from '@/db/reading/articles'
import { standingPage } from '@/db/reading/standing-pages'
import { newestIds } from '@/db/reading/story-list'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse } from '@/e2e/testing/site-response'
import { FEED_FORMATS, feedPath } from '@/lib/addresses/document-paths'
import { articleDates } from '@/lib/article/article-dates'
import { readerBody } from '@/lib/linking/reader-body'
import { REQUIRED_PAGES } from '@/lib/paper/required-pages'
import { EXTRACTORS, lostOrRepeated, textsOfStory } from '@/lib/testing/text-extractors'

/** Every public story of the edition with its text as readers see it. */
async function everyStory({ db }: Paper) {
  const ids = await newestIds(db, { now: PRINTED_AT, limit: 1000 })
  const found = await Promise.all(ids.map((id) => articlePage(db, { id, now: PRINTED_AT })))
  return found.flatMap((one) => {
    const page = one?.value
    if (page?.visibility !== 'public') return []
    return [{ article: page.article, body: readerBody(page.article.body, page.article.id, page.referenced) }]
  })
}

/** The pages that are not called by their heading. Defuddle takes the name of the site alone for no title. */
const TITLES: Record<string, string[]> = {
  'front page': ['The Broadsheet', 'The Broadsheet: The daily paper of Port Linnet and the world beyond'],
  'search with results': ['Search: harbour'],
  'search without a result': ['Search: zebra crossing of the moon'],
  missing: ['Not found'],
  withdrawn: ['Withdrawn'],
}

/** What a program may call a page of this type. */
function titlesOf(type: string, page: SiteResponse): string[] {
  return TITLES[type] ?? [page.wordsOf('h1')]
}

for (const [name, extract] of EXTRACTORS) {
  test(`${name} finds title, authors, date, lead picture and every word of every story, none twice`, async ({
    paper,
  }) => {
    const stories = await everyStory(paper)
    expect(stories.length).toBeGreaterThan(30)
    for (const { article, body } of stories) {
      const { body: html, url } = await fetchFrom(paper, article.path)
      const found = await extract(html, url)
      expect(found.title, article.path).toBe(article.headline)
      expect(found.byline, article.path).toBe(article.bylines.map((one) => one.name).join(', ') || 'The Broadsheet')
      expect(new Date(found.published), article.path).toEqual(articleDates(article).published)
      expect(lostOrRepeated(textsOfStory(article, body), found.words), article.path).toEqual([])
      const [file = { path: '' }] = article.leadPicture?.files ?? []
      const picture = file.path.split('-')[0] ?? ''
      expect(found.pictures[0] ?? '', article.path).toContain(picture)
      for (const around of ['Also read', 'Related News', 'Copy link', 'More from', 'Topics']) {
        expect(found.words, article.path).not.toContain(around)
      }
    }
  })

  test(`${name} finds the title of every page, and the whole text of those about the paper`, async ({ paper }) => {
    for (const { name: type, status, path } of PAGE_TYPES) {
      const page = await fetchFrom(paper, await path(paper))
      expect(page.status, type).toBe(status)
      const found = await extract(page.body, page.url)
      expect(found.title, type).not.toBe('')
      expect(titlesOf(type, page), type).toContain(found.title)
      expect(found.words, type).not.toMatch(/Copy link|As my device/)
    }
    for (const slug of REQUIRED_PAGES) {
      const page = (await standingPage(paper.db, { slug, now: PRINTED_AT })).value
      if (page?.state !== 'public') throw new Error(`the demo edition has no page ${slug}`)
      const body = readerBody(page.content.body, 0, page.referenced)
      const { body: html, url } = await fetchFrom(paper, `/${slug}`)
      const { title, words } = await extract(html, url)
      expect(title).toBe(page.content.headline)
      expect(lostOrRepeated(textsOfStory({ standfirst: '', leadPicture: null, corrections: [] }, body), words)).toEqual(
        [],
      )
    }
  })
}

test('an unfurler finds title, description, picture, authors and kind of every page', async ({ paper }) => {
  const stories = new Map((await everyStory(paper)).map(({ article }) => [article.path, article]))
  const descriptions = new Set<string>()
  for (const { name, status, path } of PAGE_TYPES) {
    if (status !== 200) continue
    const at = await path(paper)
    const page = await fetchFrom(paper, at)
    const { result, error } = await openGraphScraper({ html: page.body })
    expect(error, name).toBe(false)
    expect(result.ogTitle, name).toBe(titlesOf(name, page)[0])
    const story = stories.get(at)
    expect(result.ogType, name).toBe(story ? 'article' : name === 'author' ? 'profile' : 'website')
    // Of several authors this program keeps the last.
    expect(result.author, name).toBe(story?.bylines.at(-1)?.name)
    expect(result.ogUrl, name).toBe(page.url.replace(/\?.*$/, ''))
    expect(result.ogLocale, name).toMatch(/^(?:en_GB|hi_IN|ar_AR)$/)
    expect(result.ogImage?.[0]?.url, name).toMatch(new RegExp(`^${paper.url}/`))
    expect(result.ogDescription, name).toBe(result.twitterDescription)
    descriptions.add(result.ogDescription ?? '')
  }
  // What is found, or not found, by a search is described like the form.
  expect(descriptions.size).toBe(PAGE_TYPES.filter(({ status }) => status === 200).length - 2)
})

test('a program that reads heads finds the plain name of each author, behind their addresses [plain-authors]', async ({
  paper,
}) => {
  const { path } = await demoStory(paper, 'orle-mouth-live')
  const { body } = await fetchFrom(paper, path)
  const metas = [...body.matchAll(/<meta (?:name|property)="(article:author|author)" content="([^"]*)"/g)]
  expect(metas.map(([, name, content]) => [name, content])).toEqual([
    ['article:author', `${paper.url}/authors/tom-achterberg`],
    ['article:author', 'Wanda Pirrie'],
    ['author', 'Tom Achterberg'],
    ['author', 'Wanda Pirrie'],
  ])
  expect(body.indexOf('name="author"')).toBeLessThan(body.indexOf('</head>'))
})

test('an author’s page is the profile of a person', async ({ paper }) => {
  const { result } = await openGraphScraper({ html: (await fetchFrom(paper, '/authors/mirela-osei')).body })
  expect(result).toMatchObject({
    ogType: 'profile',
    profileFirstName: 'Mirela',
    profileLastName: 'Osei',
    profileUsername: 'mirela-osei',
  })
})

test('a text browser prints no control that needs scripts', async ({ paper }) => {
  for (const path of ['/', (await demoStory(paper, 'tram-line-4')).path]) {
    const page = await fetchFrom(paper, path)
    const words = page.wordsOf('body')
    for (const control of ['Copy link', 'Share', 'Text size', 'Colours', 'As my device']) {
      expect(words, path).not.toContain(control)
    }
    expect(page.named('button').map(({ attribs }) => attribs.type)).toEqual(['submit'])
  }
})

test('two feed parsers find the same stories in every format, each with its picture', async ({ paper }) => {
  const pictured = (await everyStory(paper)).filter(({ article }) => article.leadPicture).map(({ article }) => article)
  for (const format of FEED_FORMATS) {
    const { body } = await fetchFrom(paper, feedPath('/', format))
    const { feed } = parseWithFeedsmith(body)
    const items = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : []
    expect(items?.length, format).toBe(Math.min(50, (await everyStory(paper)).length))
    for (const { path, headline, leadPicture } of pictured.slice(0, 5)) {
      const item = items?.find((one) => 'title' in one && JSON.stringify(one.title).includes(JSON.stringify(headline)))
      expect(JSON.stringify(item), path).toContain(leadPicture?.files[0]?.path.split('-')[0])
    }
    if (format !== 'feed.json') expect(parseFeed(body).toJSON().items.length).toBe(items?.length)
  }
})

test('a linter finds nothing in the served description of the API', async ({ paper }) => {
  const source = (await fetchFrom(paper, '/api/v1/openapi.json')).body
  const config = await createConfig({ extends: ['recommended-strict'] })
  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' })
  expect(problems.map(({ ruleId }) => ruleId)).toEqual([])
})
