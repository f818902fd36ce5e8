import { beforeEach, expect, test } from 'vitest'
import { correct } from '@/db/publishing/changes'
import { correctionsOf, rewordCorrection } from '@/db/publishing/corrections'
import { articlePage } from '@/db/reading/articles'
import { revisionsOf } from '@/db/revisions/revisions'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, hoursAhead, NOW } from '@/db/testing/fixtures'
import { publishedArticle } from '@/db/testing/published-article'
import { tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Nadia Reyes')
let db: MemoryStore
let id: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await publishedArticle(db, { headline: 'The crane falls' })
  for (const [hours, note] of ['It fell on Monday.', 'It was the other quay.'].entries()) {
    await correct(db, { id, note, by: BY, now: hoursAhead(hours + 1) })
  }
})

const reword = async (note: string, place = 0) =>
  rewordCorrection(db, {
    id,
    note,
    by: BY,
    now: hoursAhead(5),
    correctionId: (await correctionsOf(db, id))[place]?.id ?? 0,
  })

test('the corrections of a story are listed, the newest first', async () => {
  expect((await correctionsOf(db, id)).map(({ note }) => note)).toEqual([
    'It was the other quay.',
    'It fell on Monday.',
  ])
  expect(await correctionsOf(db, 999)).toEqual([])
})

test('a note that is reworded is another for readers, under its own time, and the history has both', async () => {
  const { seq } = await staleSince(db, 0)
  const answer = await reword(' It was the western quay. ')
  expect(answer).toMatchObject({ corrections: [{ note: 'It was the western quay.', correctedAt: hoursAhead(2) }, {}] })
  expect((await staleSince(db, seq)).tags).toEqual(expect.arrayContaining([tags.article(id), tags.correctionsList]))
  const [last] = await revisionsOf(db, { articleId: id, limit: 1 })
  expect(last).toMatchObject({
    reason: 'correction reworded',
    savedBy: 'Nadia Reyes',
    remark: '“It was the other quay.” is now “It was the western quay.”',
  })
  const page = (await articlePage(db, { id, now: hoursAhead(6) })).value
  if (page?.visibility !== 'public') throw new Error('the story is public')
  expect(page.article.updatedAt).toEqual(hoursAhead(2))
})

test('the same note, an empty one and one of another story change nothing', async () => {
  const before = await revisionsOf(db, { articleId: id, limit: 99 })
  await reword('It was the other quay.')
  expect(await reword('  ')).toMatchObject({ problems: [{ field: 'note' }] })
  const other = await publishedArticle(db, { headline: 'The ferry sails' })
  const [correction] = await correctionsOf(db, id)
  expect(
    await rewordCorrection(db, { id: other, correctionId: correction?.id ?? 0, note: 'No.', by: BY, now: NOW }),
  ).toBeNull()
  expect(await revisionsOf(db, { articleId: id, limit: 99 })).toEqual(before)
})
