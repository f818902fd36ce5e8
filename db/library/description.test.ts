import { desc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { describePictureAs } from '@/db/library/description'
import { completeSearchWords } from '@/db/library/search-words'
import { auditLog } from '@/db/store/audit-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { aPaper, BRIDGE, DREDGER, NOW } from '@/db/testing/fixtures'

const EDITOR = { id: 'mara', name: 'Mara Quill', role: 'editor' as const }

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

type Given = Pick<Parameters<typeof describePictureAs>[1], 'words' | 'was'>

const save = (given: Given) => describePictureAs(db, { id: BRIDGE, ...given, editor: EDITOR, now: NOW })

async function stored() {
  const [row] = await db.select().from(media).where(eq(media.id, BRIDGE))
  return row
}

describe('two people describe one picture', () => {
  it('and both are kept where they changed different fields', async () => {
    await save({ words: { alt: 'The bridge, open' }, was: { alt: 'The bridge at dusk' } })
    await save({ words: { credit: 'Noor Amari' }, was: { credit: 'Observer archive' } })
    expect(await stored()).toMatchObject({ alt: 'The bridge, open', credit: 'Noor Amari' })
  })

  it('and the second is refused with both values where they changed the same, until they saw the first', async () => {
    await save({ words: { alt: 'The bridge, open' }, was: { alt: 'The bridge at dusk' } })
    const second = { alt: 'The bridge, lit', credit: 'Noor Amari' }
    const was = { alt: 'The bridge at dusk', credit: 'Observer archive' }
    expect(await save({ words: second, was })).toEqual({
      problems: [
        {
          field: 'alt',
          message: expect.stringMatching(
            /Somebody wrote “The bridge, open” here meanwhile, and you wrote “The bridge, lit”/,
          ),
        },
      ],
    })
    expect(await stored()).toMatchObject({ alt: 'The bridge, open', credit: 'Observer archive' })
    await save({ words: second, was: { ...was, alt: 'The bridge, open' } })
    expect(await stored()).toMatchObject(second)
  })

  it('and nobody is refused who wrote the same, or whose keywords differ by the spelling of the list alone', async () => {
    await save({ words: { alt: 'The bridge, open', keywords: ['a,b', 'c'] } })
    const was = { alt: 'The bridge at dusk', keywords: ['a', 'b', 'c'] }
    expect(await save({ words: { alt: 'The bridge, open', keywords: ['harbour'] }, was })).not.toHaveProperty(
      'problems',
    )
  })
})

it('the log of a description has the former and the new value of what changed, and nothing when nothing did', async () => {
  const logged = async () => {
    const rows = await db.select().from(auditLog).orderBy(desc(auditLog.id))
    return rows.map(({ detail }) => detail)
  }
  await save({ words: { alt: 'The bridge at dusk', credit: 'Noor Amari', rightsCategory: 'own' } })
  const detail = 'credit: “Observer archive” to “Noor Amari”; rightsCategory: nothing to “own”'
  expect(await logged()).toEqual([detail])
  await save({ words: { credit: 'Noor Amari' } })
  expect(await logged()).toEqual([detail])
})

it('pictures of an older store are put into the form in which they are found, once', async () => {
  await db
    .update(media)
    .set({ alt: 'Émile at the QUAI', searchWords: 'Émile at the quai the bridge observer archive' })
    .where(eq(media.id, BRIDGE))
  await db.update(media).set({ searchWords: 'its own' }).where(eq(media.id, DREDGER))
  expect(await completeSearchWords(db)).toBe(1)
  expect((await stored())?.searchWords).toContain('emile at the quai')
  expect(await completeSearchWords(db)).toBe(0)
  const [other] = await db.select().from(media).where(eq(media.id, DREDGER))
  expect(other?.searchWords).toBe('its own')
})
