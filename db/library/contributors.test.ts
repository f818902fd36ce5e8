import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeArticle } from '@/db/editing/writing'
import { changeFront } from '@/db/front/drafts'
import { describePictureAs } from '@/db/library/description'
import { pictureRecord } from '@/db/library/library'
import { startPage } from '@/db/paper/pages'
import { publish } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, media } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { aPaper, BRIDGE, CITY, hoursAgo, NOW } from '@/db/testing/fixtures'
import { newCard } from '@/lib/front/arrangement'
import { paragraph } from '@/lib/testing/body-fixtures'

const MARA = { id: null, name: 'Mara Quill' }
const EDITOR = { id: 'mara', name: 'Mara Quill', role: 'editor' as const }

let db: MemoryStore
let noor: { id: string; name: string; role: 'contributor' }

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  noor = { id: await aUser(db, 'noor', 'contributor'), name: 'noor', role: 'contributor' }
})

/** A story with the bridge over it, begun by Noor where `isHers`. */
async function aDraft(headline: string, { isHers = false } = {}): Promise<number> {
  const words = {
    headline,
    body: [paragraph('e1', 'It is open.')],
    leadMediaId: BRIDGE,
    sectionId: CITY,
    kind: 'news' as const,
    language: 'en',
  }
  const id = await writeArticle(db, { draft: words, by: MARA, now: hoursAgo(5) })
  if (isHers) await db.update(articles).set({ ownerId: noor.id }).where(eq(articles.id, id))
  return id
}

async function seenBy(editor: typeof noor | typeof EDITOR) {
  const record = await pictureRecord(db, { id: BRIDGE, editor, now: NOW })
  const names = (of: { name?: string; place?: string }[] = []) => of.map(({ name, place }) => name ?? place).sort()
  return { uses: record?.uses, places: names(record?.places), history: [...new Set(names(record?.history))] }
}

describe('the page of a picture', () => {
  it('tells contributors of their own stories and of what readers have, and of the others only how many there are', async () => {
    await aDraft('The secret merger of the ports')
    await aDraft('My ferry', { isHers: true })
    const shown = await aDraft('The bridge is up')
    await publish(db, { id: shown, by: MARA, now: hoursAgo(3) })
    await startPage(db, {
      slug: 'jobs',
      content: {
        headline: 'A page to come',
        description: '',
        body: [{ type: 'image', id: 'e1', media: BRIDGE }],
      },
      by: MARA,
      now: hoursAgo(2),
    })
    const front = { sectionId: null, by: MARA, now: hoursAgo(2) }
    await changeFront(db, { ...front, change: { kind: 'place', story: shown, zone: 'lead', before: null } })
    await changeFront(db, { ...front, change: { kind: 'edit', card: { ...newCard(shown), pictureId: BRIDGE } } })
    expect(await seenBy(noor)).toEqual({
      uses: 5,
      places: ['My ferry', 'The bridge is up'],
      history: ['My ferry', 'The bridge is up'],
    })
    expect((await seenBy(EDITOR)).places).toEqual([
      ...['A page to come', 'My ferry', 'The bridge is up', 'The front page', 'The secret merger of the ports'],
    ])
  })
})

describe('what is said of a picture', () => {
  const said = async (
    words: Parameters<typeof describePictureAs>[1]['words'],
    editor: typeof noor | typeof EDITOR = noor,
  ) => {
    const outcome = await describePictureAs(db, { id: BRIDGE, words, editor, now: NOW })
    return outcome && 'problems' in outcome ? (outcome.problems[0]?.field ?? '') : 'said'
  }
  const addedByNoor = () => db.update(media).set({ addedById: noor.id }).where(eq(media.id, BRIDGE))

  it('contributors change in words, but no restrictions and no rights that somebody has stated', async () => {
    await addedByNoor()
    await said({ restrictions: 'Not before the trial', rightsCategory: 'agency' }, EDITOR)
    expect(await said({ restrictions: '' })).toBe('restrictions')
    expect(await said({ restrictions: 'Use it as you like' })).toBe('restrictions')
    expect(await said({ rightsCategory: null })).toBe('rightsCategory')
    expect(await said({ alt: 'The bridge, closed', restrictions: 'Not before the trial' })).toBe('said')
    const [row] = await db.select().from(media).where(eq(media.id, BRIDGE))
    expect(row).toMatchObject({ alt: 'The bridge, closed', restrictions: 'Not before the trial' })
  })

  it('contributors say on what terms a picture may be used that they added, and not those of others', async () => {
    expect(await said({ rightsCategory: 'own' })).toBe('rightsCategory')
    expect(await said({ restrictions: 'Ask Noor' })).toBe('restrictions')
    await addedByNoor()
    expect(await said({ rightsCategory: 'own', restrictions: 'Ask Noor' })).toBe('said')
  })

  it('contributors do not change once readers see the picture', async () => {
    const id = await aDraft('The bridge is up')
    await publish(db, { id, by: MARA, now: hoursAgo(3) })
    expect(await said({ alt: 'Something else' })).toBe('picture')
    expect(await said({ alt: 'Something else' }, EDITOR)).toBe('said')
  })
})
