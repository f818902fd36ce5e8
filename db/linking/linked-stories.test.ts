import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { linkedStories, linkTotals, neighbourhood } from '@/db/linking/linked-stories'
import { applyDue } from '@/db/publishing/due'
import { publish, republish, schedule, unschedule, withdraw } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, CITY, hoursAgo, MARA, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { LINK_AUDITS, MAX_LINKS } from '@/lib/desk/links/links-query'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { propertyRuns } from '@/lib/testing/property-runs'

const BY = withoutAccount('Mara Quill')

function linking(targets: readonly number[]): Body {
  return [
    paragraph('p1', 'The ferry sails.'),
    ...targets.map((article, place) => ({
      type: 'also-read' as const,
      id: `a${place}`,
      target: { kind: 'article' as const, article },
    })),
  ]
}

async function write(
  db: MemoryStore,
  headline: string,
  targets: readonly number[],
  now = hoursAgo(5),
): Promise<number> {
  const draft = {
    headline,
    standfirst: 'Said.',
    sectionId: CITY,
    kind: 'news' as const,
    language: 'en',
    body: linking(targets),
  }
  return writeArticle(db, { draft: { ...draft, bylines: [{ authorId: MARA, name: null }] }, by: BY, now })
}

/** What the triggers keep, counted from links and states alone. */
const FROM_SCRATCH = `select articles.id as id, published_at as publishedAt,
    (select count(*) from links join articles as source on source.id = source_id
      where target_id = articles.id and source_id <> target_id and source.state = 'published') as inbound,
    (select count(*) from links join articles as target on target.id = target_id
      where source_id = articles.id and source_id <> target_id and target.state = 'published') as outbound,
    (select count(*) from links join articles as target on target.id = target_id
      where source_id = articles.id and source_id <> target_id and target.state <> 'published') as unseen
  from articles where state = 'published' order by id`

interface Counted {
  id: number
  inbound: number
  outbound: number
  unseen: number
}

async function expectKept(db: MemoryStore): Promise<void> {
  const scratch = await db.all<Counted>(FROM_SCRATCH)
  const kept = await db.all<Counted>(
    'select article_id as id, published_at as publishedAt, inbound, outbound, unseen from linked_stories order by article_id',
  )
  expect(kept).toEqual(scratch)
  expect(await linkTotals(db)).toEqual({
    orphans: scratch.filter(({ inbound }) => inbound === 0).length,
    'dead-ends': scratch.filter(({ outbound }) => outbound === 0).length,
    unseen: scratch.filter(({ unseen }) => unseen > 0).length,
    crowded: scratch.filter(({ outbound, unseen }) => outbound + unseen > MAX_LINKS).length,
  })
}

it('each list has its stories, the newest first, and as many as its total says', async () => {
  const db = await aPaper(openMemoryStore())
  const draft = await write(db, 'Not yet', [])
  const [first, second] = [await write(db, 'First', []), await write(db, 'Second', [])]
  await publish(db, { id: first, by: BY, now: hoursAgo(4) })
  await publish(db, { id: second, by: BY, now: hoursAgo(3) })
  const many = await write(
    db,
    'Many',
    Array.from({ length: MAX_LINKS + 1 }, () => first),
  )
  await publish(db, { id: many, by: BY, now: hoursAgo(2) })
  const astray = await write(db, 'Astray', [draft, second, second])
  await publish(db, { id: astray, by: BY, now: hoursAgo(1) })
  const lists = await Promise.all(LINK_AUDITS.map((view) => linkedStories(db, { view, page: 1 })))
  expect(lists.map((list) => list.map(({ headline }) => headline))).toEqual([
    ['Astray', 'Many'],
    ['Second', 'First'],
    ['Astray'],
    ['Many'],
  ])
  expect(lists[2]?.[0]?.unseen).toEqual([
    { id: draft, headline: 'Not yet', language: 'en', state: 'draft', elementId: 'a0' },
  ])
  await expectKept(db)
  expect(await linkedStories(db, { view: 'orphans', page: 2 })).toEqual([])
})

it('the map of a story has those that link to it and those that it links to, each once with its places', async () => {
  const db = await aPaper(openMemoryStore())
  const [middle, other] = [await write(db, 'Middle', []), await write(db, 'Other', [])]
  const twice = await write(db, 'Twice', [middle, middle])
  await reviseArticle(db, { id: middle, change: { body: linking([other, middle]) }, by: BY, now: NOW, reason: 'saved' })
  const found = await neighbourhood(db, { id: middle })
  expect(found).toMatchObject({ headline: 'Middle', state: 'draft', fromTotal: 1, toTotal: 1 })
  expect(found?.from).toMatchObject([{ id: twice, places: ['also-read'] }])
  expect(found?.to).toMatchObject([{ id: other, places: ['also-read'] }])
  expect(await neighbourhood(db, { id: 999 })).toBeNull()
})

it('counts kept by the store are those made from scratch, whatever happens to stories and links (seed 20261128)', async () => {
  const act = fc.constantFrom(
    'write',
    'link',
    'publish',
    'withdraw',
    'republish',
    'schedule',
    'unschedule',
    'wait',
    'delete',
  )
  const step = fc.record({
    act,
    at: fc.nat({ max: 9 }),
    to: fc.array(fc.nat({ max: 9 }), { maxLength: MAX_LINKS + 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const db = await aPaper(openMemoryStore())
      const ids = [await aStory(db, { headline: 'Kept from the start' }), await write(db, 'First', [])]
      const one = (at: number) => ids[at % ids.length] ?? 0
      for (const [place, { act, at, to }] of steps.entries()) {
        const now = new Date(NOW.getTime() + place * 60_000)
        const [id, by] = [one(at), BY]
        if (act === 'write') ids.push(await write(db, `Story ${place}`, to.slice(0, 4).map(one), now))
        else if (act === 'link')
          await reviseArticle(db, { id, change: { body: linking(to.map(one)) }, by, now, reason: 'fixed' })
        else if (act === 'publish') await publish(db, { id, by, now })
        else if (act === 'withdraw') await withdraw(db, { id, by, now, reason: 'It was about last year.' })
        else if (act === 'republish') await republish(db, { id, by, now })
        else if (act === 'schedule') await schedule(db, { id, by, now, at: new Date(now.getTime() + 90_000) })
        else if (act === 'unschedule') await unschedule(db, { id, by, now })
        else if (act === 'wait') while (await applyDue(db, { now: new Date(now.getTime() + 50_000) }));
        else if (ids.length > 2) {
          await db.run(sql`delete from links where target_id = ${id}`)
          await db.run(sql`delete from articles where id = ${id}`)
          ids.splice(ids.indexOf(id), 1)
        }
        await expectKept(db)
      }
    }),
    { seed: 20_261_128, numRuns: propertyRuns(40) },
  )
}, 120_000)
