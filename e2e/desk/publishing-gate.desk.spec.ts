import fc from 'fast-check'
import type { Page } from 'playwright/test'
import { writeArticle } from '@/db/editing/writing'
import { media, sections, topics } from '@/db/store/schema'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { publicStory } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import type { Manuscript } from '@/lib/article/manuscript'
import { crawledPage } from '@/lib/crawler-check/crawled-page'
import { findingsOn, mendedIn } from '@/lib/crawler-check/rules'
import { withoutAccount } from '@/lib/revisions/saver'
import { anyManuscript } from '@/lib/testing/arbitrary-manuscript'

const STORIES = 12
const SEED = 11

/** What the demo edition has, for stories that refer to it. */
async function known({ paper: { db } }: Desk) {
  const [section] = await db.select({ id: sections.id }).from(sections).limit(1)
  const [topic] = await db.select({ id: topics.id }).from(topics).limit(1)
  const pictures = await db.select({ id: media.id }).from(media).limit(3)
  if (!section || !topic) throw new Error('the demo edition has no sections and topics')
  const ids = pictures.map(({ id }) => id)
  return { sections: [section.id], topics: [topic.id], authors: [1, 2], pictures: ids, stories: [1, 2, 3] }
}

function asked(page: Page, { paper }: Desk, id: number) {
  const path = `/api/desk/articles/${id}`
  const headers = { origin: paper.url }
  return {
    blockers: async (): Promise<{ message: string }[]> =>
      (await (await page.request.get(`${path}/checklist`)).json()).blockers,
    view: async () => (await (await page.request.get(`${path}/crawler-check`)).json()).view,
    send: (verb: string, data: object) => page.request.post(`${path}/${verb}`, { data, headers }),
  }
}

test('what the checklist lets pass is published by the built site, and its page has no fault that nobody can mend [checklist-is-the-gate]', async ({
  desk,
}) => {
  test.setTimeout(300_000)
  const { paper } = desk
  const page = await desk.signedIn('Ines Dahl', 'admin')
  const reader = await desk.pageFor(null)
  const manuscripts = fc.sample(anyManuscript(await known(desk)), { numRuns: STORIES, seed: SEED })
  let original: { id: number; manuscript: Manuscript } | null = null
  let passed = 0
  for (const [place, manuscript] of manuscripts.entries()) {
    // Every third story translates the one before it.
    const translationOfId = place % 3 === 1 && original ? original.id : null
    const draft = { ...manuscript, translationOfId, topicIds: [] }
    const id = await writeArticle(paper.db, { draft, by: withoutAccount('Jo Stringer'), now: PRINTED_AT })
    original = { id, manuscript }
    const story = asked(page, desk, id)
    const blockers = await story.blockers()
    const answer = await story.send('publish', { version: 1 })
    const words = await answer.json()
    if (blockers.length) {
      expect(answer.status()).toBe(422)
      expect(words.problems.map(({ message }: { message: string }) => message)).toEqual(
        blockers.map(({ message }) => message),
      )
      continue
    }
    expect([manuscript.headline, answer.status(), words]).toEqual([manuscript.headline, 200, { version: 2 }])
    passed += 1
    const view = await story.view()
    expect([manuscript.headline, view.siteFaults]).toEqual([manuscript.headline, []])
    const { path } = await publicStory(paper, id)
    const response = await reader.request.get(path)
    const crawled = crawledPage({
      url: paper.url + path,
      status: response.status(),
      headers: response.headers(),
      html: await response.text(),
    })
    const context = { siteUrl: paper.url, paper: 'The Broadsheet', now: new Date(), addresses: new Map() }
    const faults = findingsOn(crawled, context).filter(
      (finding) => finding.severity === 'error' && mendedIn(finding) === null,
    )
    expect([manuscript.headline, faults]).toEqual([manuscript.headline, []])
    const corrected = await story.send('bring-out', {
      version: 2,
      as: 'correction',
      note: 'It was\u00A0six, not seven.',
    })
    expect([corrected.status(), await corrected.json()]).toEqual([200, { version: 3 }])
  }
  expect(passed).toBeGreaterThan(STORIES / 2)
})

test('a story whose alt text was just written can be published without another change', async ({ desk }) => {
  const { paper } = desk
  const page = await desk.signedIn('Anna Reed', 'editor')
  const { sections: places, pictures } = await known(desk)
  const [picture = 0] = pictures
  const describe = (alt: string) =>
    page.request.put(`/api/desk/pictures/${picture}`, { data: { alt }, headers: { origin: paper.url } })
  expect((await describe('')).status()).toBe(200)
  const id = await writeArticle(paper.db, {
    draft: {
      headline: 'The last ferry leaves at six',
      standfirst: 'From Monday, buses take over.',
      language: 'en',
      sectionId: places[0] ?? 0,
      leadMediaId: picture,
      bylines: [{ authorId: null, name: 'Jo Stringer' }],
      body: [{ type: 'paragraph', id: 'a', text: [{ text: 'The Dunlin sails until Sunday.' }] }],
    },
    by: withoutAccount('Jo Stringer'),
    now: PRINTED_AT,
  })
  const story = asked(page, desk, id)
  expect((await story.send('publish', { version: 1 })).status()).toBe(422)
  expect((await describe('The ferry at dawn')).status()).toBe(200)
  expect((await story.send('publish', { version: 1 })).status()).toBe(200)
})
