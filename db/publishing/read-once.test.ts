import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveManuscript } from '@/db/editing/manuscripts'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { publishChanges } from '@/db/publishing/changes'
import { deskChecks } from '@/db/publishing/checks'
import { publish, schedule } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, BRIDGE, HARBOUR, hoursAgo, hoursAhead, MARA, NOW, TRANSPORT } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Mara Quill')
const KEY = '7f1d7a0e-0000-4000-8000-000000000001'

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const target = await aStory(db, { headline: 'Ferry strike ends', publishedAt: hoursAgo(9) })
  const body: Body = [
    { type: 'paragraph', id: 'e1', text: [{ text: 'The crane lifted the last girder at noon.' }] },
    { type: 'also-read', id: 'e2', target: { kind: 'article', article: target } },
  ]
  id = await writeArticle(db, {
    draft: {
      headline: 'New crane lifts its last girder',
      body,
      sectionId: TRANSPORT,
      language: 'en',
      topicIds: [HARBOUR],
      bylines: [{ authorId: MARA, name: null }],
      leadMediaId: BRIDGE,
    },
    by: BY,
    now: hoursAgo(5),
  })
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** How often `work` selects the whole row of one article. */
async function articleRowsSelected(work: () => Promise<object>): Promise<number> {
  const prepare = vi.spyOn(db.$client, 'prepare')
  expect(await work()).toHaveProperty('version')
  const statements = prepare.mock.calls.map(([sql]) => sql)
  return statements.filter((sql) => /"body".* from "articles" where "articles"\."id" = \?/.test(sql)).length
}

async function act() {
  const { version } = await storedArticle(db, id, NOW)
  return { id, basedOn: version, by: BY, now: NOW, checks: deskChecks() }
}

test('a publish from the desk selects the row of its article once', async () => {
  const input = await act()
  expect(await articleRowsSelected(() => publish(db, input))).toBe(1)
})

test('a publish from the command line selects the row of its article once', async () => {
  expect(await articleRowsSelected(() => publish(db, { id, by: BY, now: NOW }))).toBe(1)
})

test('a publish of a scheduled story with a working copy selects the row of its article once', async () => {
  await schedule(db, { ...(await act()), at: hoursAhead(1) })
  const { version, manuscript } = await storedArticle(db, id, NOW)
  const save = { id, key: KEY, basedOn: version, manuscript: { ...manuscript, kicker: 'Harbour' } }
  await saveManuscript(db, { ...save, by: BY, now: NOW })
  const input = await act()
  expect(await articleRowsSelected(() => publish(db, input))).toBe(1)
  expect((await storedArticle(db, id, NOW)).snapshot.kicker).toBe('Harbour')
})

test('publishing changes as a fix selects the row of its article once', async () => {
  await publish(db, await act())
  const { version, manuscript } = await storedArticle(db, id, NOW)
  const save = { id, key: KEY, basedOn: version, manuscript: { ...manuscript, kicker: 'Harbour' } }
  await saveManuscript(db, { ...save, by: BY, now: NOW })
  const input = { ...(await act()), as: 'fix' as const, note: '' }
  expect(await articleRowsSelected(() => publishChanges(db, input))).toBe(1)
})
