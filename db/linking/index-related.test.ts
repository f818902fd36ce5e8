import { expect, it } from 'vitest'
import { indexRelated, removeRelated } from '@/db/linking/index-related'
import { inTransaction, openMemoryStore } from '@/db/store/open'
import { relatedContents as contents } from '@/db/testing/related-contents'
import { storyTerms } from '@/lib/linking/related/story-terms'

const DAY = Date.UTC(2026, 10, 24)

function story(id: number, headline: string, body: string) {
  const terms = storyTerms({ headline, standfirst: '', body, language: 'en' })
  return { id, publishedAt: DAY + id * 86_400_000, terms }
}

const ferry = story(1, 'Ferry to Dunlin sails again', 'The Harbour Board said the ferry would sail on Monday.')
const renamed = story(1, 'Harbour Board reopens the quay', 'The quay was closed for a year.')
const vote = story(2, 'Council votes on the harbour', 'The council voted for the quay.')
const far = story(9000, 'Old harbour maps found', 'Maps of the harbour were found.')

it('an index changed story by story holds what one made from scratch holds', async () => {
  const stepwise = openMemoryStore()
  for (const one of [ferry, far, vote, renamed]) await inTransaction(stepwise, (tx) => indexRelated(tx, [one]))
  await inTransaction(stepwise, (tx) => removeRelated(tx, 9000))
  await inTransaction(stepwise, (tx) => removeRelated(tx, 9000))
  const afresh = openMemoryStore()
  await inTransaction(afresh, (tx) => indexRelated(tx, [renamed, vote]))
  expect(await contents(stepwise)).toEqual(await contents(afresh))
  expect((await contents(afresh)).postings.length).toBeGreaterThan(5)
})
