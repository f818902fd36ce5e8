import { beforeAll, expect, it } from 'vitest'
import { logEntries } from '@/db/audit/entries'
import { logSearch } from '@/db/audit/export'
import { listedProposals } from '@/db/back-links/listed-links'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { changeBackLinkRule } from '@/db/linking/back-link-rule'
import { proposalCount } from '@/db/linking/link-proposals'
import { applyDue } from '@/db/publishing/due'
import { publish, schedule } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, hoursAgo, hoursAhead, MARA, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { parseLogQuery } from '@/lib/audit/log-query'
import { references } from '@/lib/linking/references'
import { QueryRefused } from '@/lib/pages/query-threads'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { BackLinkFinding } from '@/server/linking/back-link-finding'

const BY = withoutAccount('Mara Quill')
const SAID = [
  'The Harbour Board said on Monday that the ferry to Dunlin would sail again before the storm arrives, with Tomas Reed at its helm.',
  'Tomas Reed told the council that the quay had been closed for a year, and that nobody had looked at the piles beneath it.',
  'Dunlin has had no ferry since the storm of March; the Harbour Board paid for buses, which came late or did not come at all.',
  'The council wants to know from the Harbour Board who will pay for the piles, and whether Orle Yard can build a second ferry.',
]
const OLDER = [
  'Harbour Board opens the quay to Dunlin',
  'Tomas Reed: a year without the ferry',
  'Orle Yard lays a keel for the Dunlin ferry',
]
const OTHERS = [
  'Bakers agree on bread',
  'A choir looks for basses',
  'Rain fills the reservoirs',
  'Trams run all night',
  'School dinners stay free',
]

let db: MemoryStore
let finding: BackLinkFinding
let clock = NOW

beforeAll(async () => {
  db = await aPaper(openMemoryStore())
  for (const [place, headline] of [...OLDER, ...OTHERS].entries()) {
    // What each tells besides, in words of its own, so that none is the same text as another.
    const besides = (at: number) =>
      Array.from(
        { length: 24 },
        (_, word) => `${'abcdefgh'[place]}${'klmnoprs'[at]}${'aeiou'[word % 5]}${'tvwz'[word % 4]}o`,
      ).join(' ')
    const body = [1, 2, 3, 4, 5].map((at) =>
      paragraph(`p${at}`, at === 1 ? `${headline}. ${SAID[place] ?? ''} ${besides(at)}.` : `They said ${besides(at)}.`),
    )
    const id = await write(headline, body, hoursAgo(100 + place))
    await publish(db, { id, by: BY, now: hoursAgo(90 + place) })
  }
  finding = new BackLinkFinding({ db, now: () => clock, queryThreads: null, untilIdle: async () => {} })
})

async function write(headline: string, body: Body, now: Date) {
  const draft = {
    headline,
    standfirst: 'Said on Monday.',
    sectionId: CITY,
    kind: 'news' as const,
    language: 'en',
    body,
  }
  return writeArticle(db, { draft: { ...draft, bylines: [{ authorId: MARA, name: null }] }, by: BY, now })
}

const newBody = () => SAID.map((text, place) => paragraph(`p${place + 1}`, text))

/** Resolves when everything that came out was looked at. */
async function looked(): Promise<void> {
  finding.wake()
  await finding.untilIdle()
}

const headlines = async () =>
  (await listedProposals(db, { page: 1 })).stories.map(({ headline, proposals }) => [
    headline,
    proposals.map(({ source }) => source.headline).sort(),
  ])

it('older stories about the same are proposed once a story came out, by hand or by time; others are not', async () => {
  await looked()
  await db.run('delete from link_proposals')
  const id = await write('Ferry to Dunlin sails again', newBody(), hoursAgo(1))
  await looked()
  expect(await proposalCount(db)).toBe(0)
  await publish(db, { id, by: BY, now: NOW })
  await looked()
  expect(await headlines()).toEqual([['Ferry to Dunlin sails again', [...OLDER].sort()]])
  const later = await write('Harbour Board pays for the piles at Dunlin', newBody(), NOW)
  await schedule(db, { id: later, at: hoursAhead(1), by: BY, now: NOW })
  await looked()
  expect((await headlines()).length).toBe(1)
  clock = hoursAhead(2)
  await applyDue(db, { now: clock })
  await looked()
  expect((await headlines()).map(([headline]) => headline)).toContain('Harbour Board pays for the piles at Dunlin')
})

it('a start after a stop looks again only at what was not looked at', async () => {
  const before = await proposalCount(db)
  await db.run('delete from link_proposals')
  await finding.stop()
  finding = new BackLinkFinding({ db, now: () => clock, queryThreads: null, untilIdle: async () => {} })
  await looked()
  expect([before > 0, await proposalCount(db)]).toEqual([true, 0])
})

it('where the paper wants it the site places links itself, under its own name; and looks for nothing where it does not', async () => {
  await changeBackLinkRule(db, { backLinks: 'off', backLinksPerDay: 1, now: clock })
  const silent = await write('Nobody looks for the Dunlin ferry of Tomas Reed', newBody(), clock)
  await publish(db, { id: silent, by: BY, now: clock })
  await looked()
  expect(await proposalCount(db)).toBe(0)
  await changeBackLinkRule(db, { backLinks: 'filled', backLinksPerDay: 1, now: clock })
  const id = await write('Council pays for the Dunlin ferry of the Harbour Board', newBody(), clock)
  await publish(db, { id, by: BY, now: clock })
  await looked()
  const linking = (await db.all<{ id: number }>('select distinct source_id as id from links')).map((row) => row.id)
  expect(linking).toHaveLength(1)
  const { snapshot } = await storedArticle(db, linking[0] ?? 0, clock)
  expect(references(snapshot.body).map(({ article }) => article)).toEqual([id])
  const [entry] = await logEntries(db, { search: logSearch(parseLogQuery({}), 'UTC'), before: null, limit: 1 })
  expect([entry?.action, entry?.actorKind]).toEqual(['story back-link placed', 'site'])
})

it('a question that no thread answers in time keeps nothing from being looked at', async () => {
  await finding.stop()
  const asked: string[] = []
  const queryThreads = {
    run: async (name: string) => {
      asked.push(name)
      throw new QueryRefused('too-much')
    },
  }
  finding = new BackLinkFinding({ db, now: () => clock, queryThreads, untilIdle: async () => {} })
  const id = await write('Ferry to Dunlin stops again', newBody(), clock)
  await publish(db, { id, by: BY, now: clock })
  await looked()
  expect(asked).toEqual(['backLinkCandidates'])
})
