import { beforeEach, expect, it } from 'vitest'
import { comment, notesOf, resolveNote } from '@/db/comments/notes'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Ines Dahl')

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await aStory(db, { headline: 'Ferries run again' })
})

const said = (words: string, by = 'Mara Quill', now = NOW) =>
  comment(db, { articleId: id, words, by: withoutAccount(by), now })

it('notes are in the order in which they were written', async () => {
  await said('Who confirmed the times?')
  const answer = await said(' The harbour master. ', 'Tomas Reed')
  expect(answer).toMatchObject({
    notes: [
      { kind: 'comment', words: 'Who confirmed the times?', writtenBy: 'Mara Quill', resolvedAt: null },
      { words: 'The harbour master.', writtenBy: 'Tomas Reed', writtenAt: NOW.getTime() },
    ],
  })
})

it('an empty comment and one that is too long are refused', async () => {
  expect(await said(' ')).toMatchObject({ problems: [{ field: 'words' }] })
  expect(await said('x'.repeat(5001))).toMatchObject({ problems: [{ field: 'words' }] })
  expect(await notesOf(db, id)).toEqual([])
})

it('a note is resolved once, and only on its own story', async () => {
  await said('Who confirmed the times?', 'Mara Quill', hoursAgo(2))
  const [note] = await notesOf(db, id)
  if (!note) throw new Error('the note is gone')
  await resolveNote(db, { articleId: id, note: note.id, by: BY, now: hoursAgo(1) })
  const again = await resolveNote(db, { articleId: id, note: note.id, by: BY, now: NOW })
  expect(again).toMatchObject({ notes: [{ resolvedAt: hoursAgo(1).getTime() }] })
  const other = await aStory(db, { headline: 'Ferries stop' })
  expect(await resolveNote(db, { articleId: other, note: note.id, by: BY, now: NOW })).toBeNull()
})
