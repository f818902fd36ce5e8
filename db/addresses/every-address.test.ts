import { expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { type Db, openMemoryDb } from '@/db/store/open'
import { redirects } from '@/db/store/schema'
import { aPaper, aStory, CITY, ELECTIONS, HARBOUR, MARA, NOW, TOMAS, TRANSPORT, WORLD } from '@/db/testing/fixtures'
import { Upheaval } from '@/db/testing/random-newsroom'

const STORIES = 150
const CHANGES = 1000

/** A paper whose lists go on for pages. */
async function aLongPaper(): Promise<Db> {
  const db = await aPaper(openMemoryDb())
  for (let number = 1; number <= STORIES; number++) {
    await aStory(db, {
      headline: `Story ${number}`,
      sectionId: [CITY, TRANSPORT, WORLD][number % 3] ?? CITY,
      topics: [number % 4 ? HARBOUR : ELECTIONS],
      by: [number % 3 ? MARA : TOMAS],
      body: [{ id: 'e1', type: 'paragraph', text: [{ text: 'It is so.' }] }],
      corrections: number % 4 ? [] : [{ note: 'It was not so.', correctedAt: NOW }],
    })
  }
  return db
}

test.each([4])(
  'after a thousand changes of mind (seed %i) every address that was ever public is a page, or one hop from one',
  async (seed) => {
    const db = await aLongPaper()
    const upheaval = new Upheaval(db, { seed, now: NOW })
    await upheaval.remember()
    for (let change = 0; change < CHANGES; change++) await upheaval.step()
    const { now, addresses } = upheaval
    const bad: string[] = []
    let led = 0
    for (const path of addresses) {
      const address = await addressOf(db, { path, now })
      if (address.kind === 'page') continue
      if (address.kind === 'missing') bad.push(`${path}: nothing`)
      else {
        led += 1
        const end = await addressOf(db, { path: address.location, now })
        if (end.kind !== 'page') bad.push(`${path}: ${address.location} is ${end.kind}`)
      }
    }
    expect(bad).toEqual([])
    expect(addresses.size).toBeGreaterThan(2000)
    expect(led).toBeGreaterThan(1000)
    expect((await db.select().from(redirects)).length).toBeGreaterThan(20)
  },
  300_000,
)
