import { beforeEach, expect, test } from 'vitest'
import { notificationsOf } from '@/db/comments/notifications'
import { changeFront } from '@/db/front/drafts'
import { listEditions, publishFront } from '@/db/front/editions'
import { changePaper } from '@/db/library/barred-pictures'
import { describePictureAs } from '@/db/library/description'
import { endLease, grantLease } from '@/db/library/leases'
import { withdraw } from '@/db/publishing/publishing'
import { curation } from '@/db/reading/fronts'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, BRIDGE, DREDGER, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { newCard } from '@/lib/front/arrangement'
import { tags } from '@/lib/pages/tags'

/** Wednesday afternoon in Port Linnet, two days after NOW. */
const PLANNED_FOR = hoursAhead(48)
const BARRED = { kind: 'deny' as const, fromDay: '2026-11-25', untilDay: null, note: '' }

let db: MemoryStore
let ada: { id: string; name: string }
let mara: { id: string; name: string }
let ferry: number
let tram: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ada = { id: await aUser(db, 'Ada'), name: 'Ada' }
  mara = { id: await aUser(db, 'Mara'), name: 'Mara' }
  ferry = await aStory(db, { headline: 'Ferry aground', leadMediaId: DREDGER })
  tram = await aStory(db, { headline: 'Tram late' })
  const draft = { sectionId: null, by: ada, now: hoursAgo(1) }
  await changeFront(db, { ...draft, change: { kind: 'place', story: tram, zone: 'seconds', before: null } })
  await changeFront(db, { ...draft, change: { kind: 'place', story: ferry, zone: 'lead', before: null } })
  const card = { ...newCard(ferry), pictureId: BRIDGE }
  const changed = await changeFront(db, { ...draft, change: { kind: 'edit', card } })
  const basedOn = 'version' in changed ? changed.version : Number.NaN
  await publishFront(db, { ...draft, basedOn, along: [], at: PLANNED_FOR })
})

const leadPicture = async (now: Date) => (await curation(db, { sectionId: null, now })).value.lead?.picture?.id
const toldTo = async ({ id }: { id: string }) => (await notificationsOf(db, id)).map(({ kind }) => kind)
const plannedOne = async () => (await listEditions(db, { sectionId: null, now: NOW, limit: 5 }))[0]

test('a picture that is barred from the day of a planned edition on does not go out with it, and its planner is told', async () => {
  const { seq } = await staleSince(db, 0)
  await grantLease(db, { id: BRIDGE, lease: BARRED, by: mara, now: NOW })
  expect(await leadPicture(PLANNED_FOR)).toBe(DREDGER)
  expect(await notificationsOf(db, ada.id)).toMatchObject([
    { kind: 'front-picture', articleId: ferry, sectionId: null, causedBy: 'Mara' },
  ])
  expect(await toldTo(mara)).toEqual([])
  expect((await staleSince(db, seq)).tags).toContain(tags.front(null))
  expect((await plannedOne())?.withheld).toEqual([expect.stringMatching(/“The bridge at dusk” .* may not be used/)])
})

test('it is back in the edition when it may be used again before the start, and nobody is told twice of one loss', async () => {
  const granted = await grantLease(db, { id: BRIDGE, lease: BARRED, by: mara, now: NOW })
  await grantLease(db, { id: BRIDGE, lease: BARRED, by: mara, now: NOW })
  expect(await toldTo(ada)).toEqual(['front-picture'])
  const first = granted && 'lease' in granted ? granted.lease : 0
  await endLease(db, { id: BRIDGE, lease: first, by: mara, now: NOW })
  expect(await leadPicture(PLANNED_FOR)).toBe(DREDGER)
  await endLease(db, { id: BRIDGE, lease: first + 1, by: mara, now: NOW })
  expect([await leadPicture(PLANNED_FOR), (await plannedOne())?.withheld]).toEqual([BRIDGE, []])
})

test('whoever forbids the picture of an edition that they planned themselves is told as well', async () => {
  const editor = { ...ada, role: 'editor' as const }
  await describePictureAs(db, { id: BRIDGE, words: { rightsCategory: 'forbidden' }, editor, now: NOW })
  expect([await toldTo(ada), await leadPicture(PLANNED_FOR)]).toEqual([['front-picture'], DREDGER])
})

test('a bar that is over before the edition starts changes nothing in it, and so does one that comes after its start', async () => {
  await grantLease(db, { id: BRIDGE, lease: { ...BARRED, fromDay: null, untilDay: '2026-11-24' }, by: mara, now: NOW })
  expect(await leadPicture(PLANNED_FOR)).toBe(BRIDGE)
  await grantLease(db, { id: BRIDGE, lease: BARRED, by: mara, now: PLANNED_FOR })
  expect([await leadPicture(PLANNED_FOR), await toldTo(ada)]).toEqual([BRIDGE, []])
})

test('in another time zone the day of the edition may be another, and its pictures are looked at again', async () => {
  await grantLease(db, { id: BRIDGE, lease: { ...BARRED, fromDay: '2026-11-26' }, by: mara, now: NOW })
  expect(await leadPicture(PLANNED_FOR)).toBe(BRIDGE)
  await changePaper(db, { changes: { timeZone: 'Pacific/Kiritimati' }, by: mara, now: NOW })
  expect([await leadPicture(PLANNED_FOR), await toldTo(ada)]).toEqual([DREDGER, ['front-picture']])
  await changePaper(db, { changes: { timeZone: 'Europe/London' }, by: mara, now: NOW })
  expect(await leadPicture(PLANNED_FOR)).toBe(BRIDGE)
})

test('a story that was withdrawn makes room in a planned edition', async () => {
  await withdraw(db, { id: ferry, basedOn: 1, reason: 'It did not sail.', by: ada, now: NOW })
  const { value } = await curation(db, { sectionId: null, now: PLANNED_FOR })
  expect([value.lead, value.seconds.map(({ headline }) => headline)]).toEqual([null, ['Tram late']])
})
