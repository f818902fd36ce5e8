import { readdirSync, readFileSync } from 'node:fs'
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

const MIGRATION = readdirSync('db/migrations').find((file) => file.endsWith('_related-dictionary.sql')) ?? ''

it('the dictionary of an older store is taken over, and goes on where it was', async () => {
  const older = openMemoryStore()
  await inTransaction(older, (tx) => indexRelated(tx, [ferry, far]))
  older.$client.exec(`
    create table former (id integer primary key, term text not null unique, stories integer not null);
    insert into former select id, term, stories from related_terms join related_counts using (id);
    drop table related_terms; drop table related_counts; alter table former rename to related_terms`)
  for (const statement of readFileSync(`db/migrations/${MIGRATION}`, 'utf8').split('--> statement-breakpoint'))
    older.$client.exec(statement)
  await inTransaction(older, (tx) => indexRelated(tx, [vote]))
  const afresh = openMemoryStore()
  await inTransaction(afresh, (tx) => indexRelated(tx, [ferry, far, vote]))
  expect(await contents(older)).toEqual(await contents(afresh))
})
