import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media, staleness } from '@/db/store/schema'
import { aPaper, BRIDGE, DREDGER, NOW } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'
import { AvifFollowUp } from '@/server/pictures/avif-follow-up'

const AVIF = [{ format: 'avif' as const, widthPx: 800, name: 'made-800.avif' }]

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const files = [{ format: 'webp' as const, widthPx: 800, name: 'made-800.webp' }]
  await db.update(media).set({ isAvifAhead: true, files })
})

afterEach(() => vi.restoreAllMocks())

const discarded: string[] = []
const discard = async (original: string) => void discarded.push(original)

async function follow(avif: (original: string) => Promise<typeof AVIF>) {
  const followUp = new AvifFollowUp({ db, maker: { avif }, discard, now: () => NOW })
  followUp.wake()
  await followUp.untilIdle()
  return followUp
}

async function rowOf(id: number) {
  const [row] = await db.select().from(media).where(eq(media.id, id))
  return row
}

it('every picture gets its AVIF, the oldest first, and the pages that show it are rendered again', async () => {
  const asked: string[] = []
  await follow(async (original) => {
    asked.push(original)
    return AVIF
  })
  expect(asked).toEqual(['bridge.svg', 'dredger.svg'])
  expect(await rowOf(BRIDGE)).toMatchObject({ isAvifAhead: false, files: [...AVIF, { format: 'webp' }] })
  const stale = (await db.select().from(staleness)).map(({ tag }) => tag)
  expect(stale).toEqual(expect.arrayContaining([tags.media(BRIDGE), tags.media(DREDGER)]))
})

it('a picture that comes at whatever moment a run ends gets its AVIF', async () => {
  for (let turns = 0; turns < 40; turns++) {
    const followUp = await follow(async () => AVIF)
    followUp.wake()
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    db.$client.exec(`update media set is_avif_ahead = 1 where id = ${BRIDGE}`)
    followUp.wake()
    await followUp.untilIdle()
    await vi.waitFor(async () => expect((await rowOf(BRIDGE))?.isAvifAhead, `after ${turns} turns`).toBe(false))
  }
})

it('a picture of which no AVIF can be made keeps its other files and holds up no other', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await follow(async (original) => {
    if (original === 'bridge.svg') throw new Error('the encoder failed')
    return AVIF
  })
  expect(await rowOf(BRIDGE)).toMatchObject({ isAvifAhead: false, files: [{ format: 'webp' }] })
  expect((await rowOf(DREDGER))?.files).toHaveLength(2)
})

it('a full disk makes all of them wait', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await follow(async () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
  })
  expect([(await rowOf(BRIDGE))?.isAvifAhead, (await rowOf(DREDGER))?.isAvifAhead]).toEqual([true, true])
})

it('a stop in the middle leaves the picture for the next start', async () => {
  const followUp = new AvifFollowUp({
    db,
    maker: {
      avif: async () => {
        followUp.stop()
        throw new Error('the process for pictures ended')
      },
    },
    discard,
    now: () => NOW,
  })
  followUp.wake()
  await followUp.untilIdle()
  expect((await rowOf(BRIDGE))?.isAvifAhead).toBe(true)
})

it('what was made of a picture that is deleted meanwhile is deleted, too', async () => {
  await follow(async (original) => {
    if (original === 'bridge.svg') await db.delete(media).where(eq(media.id, BRIDGE))
    return AVIF
  })
  expect(discarded).toEqual(['bridge.svg'])
})
