import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { changeSection } from '@/db/paper/section-changes'
import { allSections } from '@/db/paper/sections'
import { sectionTeasers } from '@/db/reading/teasers'
import { auditLog } from '@/db/store/audit-schema'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, CITY, FERRIES, NOW, TRANSPORT, WORLD } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'
import { propertyRuns } from '@/lib/testing/property-runs'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const place = (id: number, parentId: number | null) => changeSection(db, { id, changes: { parentId }, now: NOW })
const tree = async () => (await allSections(db)).value.map(({ id, parentId }) => [id, parentId])
const answerAt = (path: string) => addressOf(db, { path, now: NOW })

describe('a section that moves below another one', () => {
  test('takes along what is below it, and stands last there', async () => {
    expect(await place(TRANSPORT, WORLD)).toEqual({})
    expect(await tree()).toEqual([
      [CITY, null],
      [WORLD, null],
      [TRANSPORT, WORLD],
      [FERRIES, TRANSPORT],
    ])
    await place(TRANSPORT, null)
    expect((await tree()).map(([id]) => id)).toEqual([CITY, WORLD, TRANSPORT, FERRIES])
    const [entry] = await db.select().from(auditLog).where(eq(auditLog.action, 'section changed'))
    expect(entry?.detail).toBe('place: below City to below World')
  })

  test('keeps its address and those of its stories; another address in the same step is one hop away', async () => {
    const id = await aStory(db, { headline: 'Line 4 stops', sectionId: TRANSPORT })
    await place(TRANSPORT, WORLD)
    expect(await answerAt('/transport')).toEqual({ kind: 'page' })
    expect(await answerAt(`/transport/line-4-stops-${id}`)).toMatchObject({ kind: 'page' })
    await changeSection(db, { id: TRANSPORT, changes: { parentId: CITY, slug: 'travel' }, now: NOW })
    await changeSection(db, { id: TRANSPORT, changes: { parentId: WORLD, slug: 'trips' }, now: NOW })
    for (const former of ['transport', 'travel']) {
      expect(await answerAt(`/${former}`)).toEqual({ kind: 'redirect', location: '/trips' })
      const story = { kind: 'redirect', location: `/trips/line-4-stops-${id}` }
      expect(await answerAt(`/${former}/line-4-stops-${id}`)).toEqual(story)
    }
    await changeSection(db, { id: TRANSPORT, changes: { parentId: CITY, slug: 'transport' }, now: NOW })
    expect(await answerAt('/transport')).toEqual({ kind: 'page' })
    expect(await answerAt('/trips')).toEqual({ kind: 'redirect', location: '/transport' })
  })

  test('brings its stories to the lists above it, and takes them from the former ones', async () => {
    await aStory(db, { headline: 'Line 4 stops', sectionId: FERRIES })
    const listed = async (id: number) =>
      (await sectionTeasers(db, { section: { id }, now: NOW, page: 1, perPage: 10 })).value.teasers.length
    const { seq } = await staleSince(db, 0)
    await place(TRANSPORT, WORLD)
    expect([await listed(CITY), await listed(WORLD), await listed(TRANSPORT)]).toEqual([0, 1, 1])
    const stale = [tags.sectionList(CITY), tags.sectionList(WORLD), tags.section(TRANSPORT), tags.site]
    expect((await staleSince(db, seq)).tags).toEqual(expect.arrayContaining(stale))
  })

  test('goes neither below itself, nor below what is gone, nor beside one of its name', async () => {
    const refused = { problems: [{ field: 'parent', message: expect.stringContaining('below itself') }] }
    expect([await place(CITY, CITY), await place(CITY, FERRIES)]).toEqual([refused, refused])
    expect(await place(CITY, 99)).toMatchObject({ problems: [{ message: expect.stringContaining('no such section') }] })
    await changeSection(db, { id: FERRIES, changes: { name: 'World' }, now: NOW })
    expect(await place(FERRIES, null)).toMatchObject({ problems: [{ field: 'name' }] })
    expect(await place(99, CITY)).toBeNull()
  })

  test('stays in the tree once, however often sections move', async () => {
    const one = fc.constantFrom(CITY, TRANSPORT, FERRIES, WORLD)
    await fc.assert(
      fc.asyncProperty(one, fc.option(one), async (id, parentId) => {
        await place(id, parentId)
        expect((await tree()).map(([section]) => section).sort()).toEqual([CITY, TRANSPORT, FERRIES, WORLD])
      }),
      { numRuns: propertyRuns(100) },
    )
  })
})
