import { expect, it } from 'vitest'
import { languagesInUse } from '@/db/distribution/languages'
import { inTransaction, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'

it('the languages of a paper are those of its public stories, the most used first', async () => {
  const db = openMemoryStore()
  await inTransaction(db, async (tx) => {
    await aPaper(tx)
    await aStory(tx, { headline: 'Night ferry returns', publishedAt: hoursAgo(3) })
    await aStory(tx, { headline: 'Trams run again', publishedAt: hoursAgo(2) })
    await aStory(tx, { headline: 'ट्राम', language: 'hi', publishedAt: hoursAgo(2) })
    await aStory(tx, { headline: 'مواعيد', language: 'ar', publishedAt: hoursAgo(1) })
    await aStory(tx, { headline: 'Volta o barco', language: 'pt', state: 'draft', publishedAt: null })
    await aStory(tx, { headline: 'La barca', language: 'it', state: 'scheduled', publishedAt: hoursAhead(1) })
  })
  expect((await languagesInUse(db, { now: NOW })).value).toEqual(['en', 'ar', 'hi'])
  expect((await languagesInUse(db, { now: hoursAhead(1) })).value).toContain('it')
})
