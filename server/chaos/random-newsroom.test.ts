import { expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { storedArticle } from '@/db/editing/stored-article'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { redirects, revisions } from '@/db/store/schema'
import { aPaper, aStory, CITY, ELECTIONS, HARBOUR, MARA, NOW, TOMAS, TRANSPORT, WORLD } from '@/db/testing/fixtures'
import { RandomNewsroom } from '@/server/chaos/random-newsroom'

const STORIES = 150
/** `npm run chaos` makes 1,000. */
const CHANGES = 100

/** A paper whose lists have several pages. */
async function aLongPaper(): Promise<MemoryStore> {
  const db = await aPaper(openMemoryStore())
  for (let number = 1; number <= STORIES; number++) {
    const id = await aStory(db, {
      headline: `Story ${number}`,
      sectionId: [CITY, TRANSPORT, WORLD][number % 3] ?? CITY,
      topics: [number % 4 ? HARBOUR : ELECTIONS],
      by: [number % 3 ? MARA : TOMAS],
      body: [{ id: 'e1', type: 'paragraph', text: [{ text: 'It is so.' }] }],
      corrections: number % 4 ? [] : [{ note: 'It was not so.', correctedAt: NOW }],
    })
    // What a story was called is known from its versions.
    const { snapshot } = await storedArticle(db, id, NOW)
    const saved = { savedAt: NOW, savedBy: 'Mara Quill', reason: 'published' }
    await db.insert(revisions).values({ articleId: id, version: 1, snapshot, ...saved })
  }
  return db
}

test.each([4])(
  'after random changes (seed %i) every address that was ever public is a page, or one redirect from one',
  async (seed) => {
    const db = await aLongPaper()
    const newsroom = new RandomNewsroom(db, { seed, now: NOW })
    await newsroom.remember()
    for (let change = 0; change < CHANGES; change++) await newsroom.step()
    const { now, addresses } = newsroom
    const lost: string[] = []
    let redirected = 0
    for (const path of addresses) {
      const address = await addressOf(db, { path, now })
      if (address.kind === 'page') continue
      if (address.kind === 'missing') lost.push(`${path}: nothing`)
      else {
        redirected += 1
        const end = await addressOf(db, { path: address.location, now })
        if (end.kind !== 'page') lost.push(`${path}: ${address.location} is ${end.kind}`)
      }
    }
    expect(lost).toEqual([])
    expect(addresses.size).toBeGreaterThan(600)
    expect(redirected).toBeGreaterThan(100)
    expect((await db.select().from(redirects)).length).toBeGreaterThan(5)
  },
  180_000,
)
