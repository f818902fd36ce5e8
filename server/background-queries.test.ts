import { beforeAll, expect, it } from 'vitest'
import { pruneClicks } from '@/db/audience/clicks'
import { pruneReads } from '@/db/audience/reads'
import { pruneBatches } from '@/db/back-links/batches'
import { newStories, noteProgress } from '@/db/back-links/new-stories'
import { fillBackLinks } from '@/db/back-links/place-links'
import { deliveryHealth, pruneDeliveries } from '@/db/deliveries/deliveries'
import { completeSearchIndex, indexMarked } from '@/db/editing/complete-search-index'
import { purgeDeletedDrafts } from '@/db/editing/delete-draft'
import { scheduleHealth } from '@/db/editing/lateness'
import { completeMergers } from '@/db/editing/merge-names'
import { purgeThrownAwayPictures } from '@/db/library/bin'
import { completeSearchWords } from '@/db/library/search-words'
import { lastLearned } from '@/db/linking/learned-weights'
import { pruneProposals } from '@/db/linking/link-proposals'
import { dueAddresses } from '@/db/linking/outside-addresses'
import { purgeDeletedPages } from '@/db/paper/page-bin'
import { nextWithoutAvif } from '@/db/pictures/avif'
import { deleteLeftFiles } from '@/db/pictures/unclaimed-files'
import { applyDue, nextDue } from '@/db/publishing/due'
import { pruneRevisions } from '@/db/revisions/pruning'
import { markedDocuments } from '@/db/search/marked-documents'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { asSqlFile, costsOf, type RecordedQuery, recordedQueries } from '@/db/testing/recorded-queries'
import { pruneMerges } from '@/db/timelines/merges'
import { publishFound } from '@/db/timelines/publish-found'
import { forgetOldMarks, markedStories, savePairs } from '@/db/timelines/save-pairs'

/** Queries that look at every row of a large table or sort, and why they may. */
const ACCEPTED: [why: string, text: RegExp][] = [
  ['counted at the start, on another thread', /^\s*select \(select count\(\*\) from "articles"\)/],
  ['marks that wait, as far as the part goes', /event_marks/],
  ['an index holds only what waits', /from "deliveries" where \("deliveries"."delivered_at" is null/],
  ['an index holds only those without AVIF', /from "media" where is_avif_ahead = 1/],
  ['events are kept until every receiver has them', /(from|delete from) "outbox"/],
  ['what was merged is completed, and few', /from "merged_names"/],
  ['the authors of the paper', /from "authors" where "authors"."portrait_id" is not null/],
  ['editions of the front page', /from "editions"/],
  ['deliveries of some weeks, once an hour', /^delete from "deliveries"/],
]

const pause = async () => true
const dataDir = '/nowhere'

/** What the site does by itself on the thread that serves: at its start, after commits, every second and every hour. */
const JOBS: Record<string, (db: MemoryStore) => Promise<unknown>> = {
  'at the start': async (db) => [await completeSearchWords(db), await completeSearchIndex(db, { now: NOW, pause })],
  'every second': async (db) => [await applyDue(db, { now: NOW }), await nextDue(db, { now: NOW })],
  'after a commit: search': async (db) => [await markedDocuments(db, 1), await indexMarked(db, { now: NOW, pause })],
  'after a commit: timelines': async (db) => {
    const marked = await markedStories(db, 20)
    const [id = 0] = marked
    await forgetOldMarks(db, { marked, now: NOW })
    await savePairs(db, { id, version: 1, pairs: [] })
    await publishFound(db, { storyId: id, now: NOW })
  },
  'after a commit: links': async (db) => [await newStories(db), await noteProgress(db, 1)],
  'after a commit: pictures': nextWithoutAvif,
  'state of health': async (db) => [await scheduleHealth(db, { now: NOW }), await deliveryHealth(db, { now: NOW })],
  'every hour: links': async (db) => [
    await fillBackLinks(db, { now: NOW }),
    await lastLearned(db),
    await dueAddresses(db, { now: NOW, limit: 5 }),
    await pruneProposals(db, { now: NOW }),
    await pruneBatches(db, { now: NOW }),
    await pruneMerges(db, { now: NOW }),
  ],
  'every hour: stories': async (db) => [
    await completeMergers(db, { now: NOW }),
    await pruneRevisions(db, { now: NOW }),
    await purgeDeletedDrafts(db, { now: NOW }),
    await purgeDeletedPages(db, { now: NOW }),
  ],
  'every hour: pictures': async (db) => [
    await purgeThrownAwayPictures(db, { dataDir, now: NOW }),
    await deleteLeftFiles(db, { dataDir, now: NOW }),
  ],
  'every hour: what is counted': async (db) => [
    await pruneDeliveries(db, { now: NOW }),
    await pruneReads(db, { now: NOW }),
    await pruneClicks(db, { now: NOW }),
  ],
}

const recorded: Record<string, RecordedQuery[]> = {}

beforeAll(async () => {
  const db = await aPaper(openMemoryStore())
  for (let hour = 1; hour < 40; hour++)
    await aStory(db, { headline: `Tide table ${hour}`, publishedAt: hoursAgo(hour * 24) })
  await aStory(db, { headline: 'Bridge closes', state: 'scheduled', publishedAt: hoursAhead(1) })
  await aStory(db, { headline: 'Gone', state: 'draft', publishedAt: null, deletedAt: hoursAgo(24 * 400) })
  for (const [name, job] of Object.entries(JOBS)) recorded[name] = await recordedQueries(db, () => job(db))
})

it('the queries of what the site does by itself are those of db/queries/jobs.sql', async () => {
  await expect(asSqlFile('Queries of what the site does by itself', recorded)).toMatchFileSnapshot(
    '../db/queries/jobs.sql',
  )
})

it('none looks at every row of a large table or sorts many, except these', () => {
  const all = Object.values(recorded).flat()
  const costly = all.filter((query) => costsOf(query).length && !ACCEPTED.some(([, text]) => text.test(query.text)))
  expect(costly.map(({ text, plan }) => `${text.replace(/\s+/g, ' ').slice(0, 200)} | ${plan.join(' | ')}`)).toEqual([])
  const unused = ACCEPTED.filter(([, text]) => !all.some((query) => costsOf(query).length && text.test(query.text)))
  expect(unused).toEqual([])
})
