import { beforeAll, expect, it } from 'vitest'
import { storedArticle } from '@/db/editing/stored-article'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { decidePair } from '@/db/linking/link-pairs'
import { changeOpenSlots } from '@/db/linking/open-slots'
import { publishChanges } from '@/db/publishing/changes'
import { applyDue } from '@/db/publishing/due'
import { publish, schedule } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, hoursAgo, hoursAhead, MARA, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { isAutomatic, withoutAutomatic } from '@/lib/linking/placement/filled-body'
import { references } from '@/lib/linking/references'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'

const BY = withoutAccount('Mara Quill')
const SAID = [
  'The Harbour Board said on Monday that the ferry to Dunlin would sail again before the storm arrives, with Tomas Reed at its helm.',
  'Tomas Reed told the council that the quay had been closed for a year, and that nobody had looked at the piles beneath it.',
  'Dunlin has had no ferry since the storm of March; the Harbour Board paid for buses, which came late or did not come at all.',
  'The council wants to know from the Harbour Board who will pay for the piles, and whether Orle Yard can build a second ferry.',
  'Orle Yard has built ferries for Dunlin since before the war, and has room for one more keel until the summer of next year.',
  'On Tuesday the council will vote; the ferry sails whatever it decides, Tomas Reed said on the quay, and went back to work.',
]
const TARGETS = [
  'Harbour Board opens the quay to Dunlin',
  'Tomas Reed: a year without the ferry',
  'Orle Yard lays a keel for the Dunlin ferry',
  'Council quarrels with the Harbour Board over piles',
  'Buses in place of the Dunlin ferry come late',
  'What the storm of March did to the quay',
]
const LETTERS: Partial<Record<Body[number]['type'], string>> = {
  paragraph: 'P',
  'also-read': 'AR',
  'related-news': 'RN',
}
const rhythm = (body: Body) => body.map(({ type }) => LETTERS[type]).join(' ')

let db: MemoryStore

beforeAll(async () => {
  db = await aPaper(openMemoryStore())
  for (const [place, headline] of [...TARGETS, 'Bakers agree on bread', 'A choir looks for basses'].entries()) {
    const body = [
      paragraph('p1', place < TARGETS.length ? `${headline}. ${SAID[place]?.slice(0, 60)}` : 'Nothing else.'),
    ]
    const id = await write(headline, body, hoursAgo(100 + place))
    await publish(db, { id, by: BY, now: hoursAgo(90 + place) })
  }
})

async function write(headline: string, body: Body, now = hoursAgo(1)) {
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

const paragraphs = SAID.map((text, place) => paragraph(`p${place + 1}`, text))
const bodyOf = async (id: number, now = NOW) => (await storedArticle(db, id, now)).snapshot.body

it('slots stay open unless the paper wants them filled', async () => {
  const id = await write('Ferry to Dunlin sails again', paragraphs)
  await publish(db, { id, by: BY, now: NOW })
  expect(await bodyOf(id)).toEqual(paragraphs)
})

it('a story of six paragraphs goes out with a link and a list, twice over, marked, each story once', async () => {
  await changeOpenSlots(db, { openSlots: 'filled', now: NOW })
  const id = await write('Ferry to Dunlin sails again', paragraphs)
  await publish(db, { id, by: BY, now: NOW })
  const body = await bodyOf(id)
  expect(rhythm(body)).toBe('P P AR RN P P AR RN P P')
  expect(body.filter(isAutomatic)).toHaveLength(4)
  const named = references(body).map(({ article }) => article)
  expect(new Set(named).size).toBe(6)
  expect(named).not.toContain(id)
  expect(withoutAutomatic(body)).toEqual(paragraphs)
})

it('what is scheduled is filled when it is scheduled, and goes out so', async () => {
  await changeOpenSlots(db, { openSlots: 'filled', now: NOW })
  const id = await write('Ferry to Dunlin sails again', paragraphs)
  await schedule(db, { id, at: hoursAhead(2), by: BY, now: NOW })
  const body = await bodyOf(id)
  expect(rhythm(body)).toBe('P P AR RN P P AR RN P P')
  await applyDue(db, { now: hoursAhead(3) })
  expect(await bodyOf(id, hoursAhead(3))).toEqual(body)
})

it('a block that an editor took out does not come back with the next publication', async () => {
  await changeOpenSlots(db, { openSlots: 'filled', now: NOW })
  const id = await write('Ferry to Dunlin sails again', paragraphs)
  await publish(db, { id, by: BY, now: NOW })
  const change = { body: withoutAutomatic(await bodyOf(id)), standfirst: 'Said on Monday, at noon.' }
  const outcome = await reviseArticle(db, { id, change, by: BY, now: hoursAhead(1), reason: 'fixed' })
  expect(outcome).toHaveProperty('version')
  await publishChanges(db, { id, as: 'update', note: '', by: BY, now: hoursAhead(2) })
  expect(await bodyOf(id)).toEqual(paragraphs)
})

it('what never goes together is not filled in, and without targets a story stays as it is', async () => {
  await changeOpenSlots(db, { openSlots: 'filled', now: NOW })
  const id = await write('Ferry to Dunlin sails again', paragraphs)
  for (let targetId = 2; targetId <= 6; targetId += 1) {
    await decidePair(db, { sourceId: targetId, targetId: id, choice: 'never', by: BY, now: NOW })
  }
  await publish(db, { id, by: BY, now: NOW })
  expect(rhythm(await bodyOf(id))).toBe('P P AR P P P P')
  const alone = await write(
    'Zebra',
    Array.from({ length: 6 }, (_, place) => paragraph(`z${place}`, 'xu '.repeat(40))),
  )
  await publish(db, { id: alone, by: BY, now: NOW })
  expect(rhythm(await bodyOf(alone))).toBe('P P P P P P')
})
