import { beforeEach, expect, it } from 'vitest'
import { comment, noteCount, notesOf, resolveNote } from '@/db/comments/notes'
import { notes } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { insertable } from '@/db/store/value-lists'
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

it('an empty comment and one that is too long are refused, by the name that the desk has for it', async () => {
  expect(await said(' ')).toEqual({ problems: [{ field: 'words', message: 'Write the comment first.' }] })
  const tooLong = { field: 'words', message: 'A comment has at most 5000 characters.' }
  expect(await said('x'.repeat(5001))).toEqual({ problems: [tooLong] })
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

it('beyond the newest 500 the number of older notes is known, and whoever asks for them gets them', async () => {
  const remarks = Array.from({ length: 503 }, (_, at) => ({
    articleId: id,
    kind: 'comment' as const,
    words: `Remark ${at + 1}`,
    writtenBy: 'Mara Quill',
    writtenAt: NOW,
  }))
  for (const some of insertable(remarks)) await db.insert(notes).values(some)
  const first = await notesOf(db, id)
  expect([first.length, first[0]?.words, await noteCount(db, id)]).toEqual([500, 'Remark 4', 503])
  const all = await notesOf(db, id, { newest: 1000 })
  expect([all.length, all[0]?.words]).toEqual([503, 'Remark 1'])
  const answered = await comment(db, { articleId: id, words: 'The last one', by: BY, now: NOW, newest: 1000 })
  expect('notes' in answered && answered.notes.length).toBe(504)
})
