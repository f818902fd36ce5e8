import { expect, test } from 'vitest'
import { revisionNames } from '@/db/revisions/revision-names'
import { openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, BRIDGE, CITY, DREDGER, ELECTIONS, HARBOUR, MARA } from '@/db/testing/fixtures'
import { emptyManuscript } from '@/lib/article/manuscript'

test('everything that two versions refer to has its name; what was deleted is missing', async () => {
  const db = await aPaper(openMemoryStore())
  const tram = await aStory(db, { headline: 'Night tram returns', state: 'draft', publishedAt: null })
  const link = { to: 'article' as const, article: tram }
  const before = {
    ...emptyManuscript('en'),
    sectionId: CITY,
    topicIds: [HARBOUR],
    bylines: [{ authorId: MARA, name: null }],
    leadMediaId: BRIDGE,
  }
  const after = {
    ...emptyManuscript('en'),
    topicIds: [ELECTIONS, 4711],
    body: [
      { type: 'paragraph' as const, id: 'a', text: [{ text: 'The tram', link }] },
      { type: 'image' as const, id: 'b', media: DREDGER },
      { type: 'related-news' as const, id: 'c', articles: [4711] },
    ],
  }
  expect(await revisionNames(db, [before, after])).toEqual({
    sections: new Map([[CITY, 'City']]),
    topics: new Map([
      [HARBOUR, 'Harbour'],
      [ELECTIONS, 'Elections'],
    ]),
    authors: new Map([[MARA, 'Mara Quill']]),
    pictures: new Map([
      [BRIDGE, 'The bridge at dusk'],
      [DREDGER, 'The dredger at dusk'],
    ]),
    stories: new Map([[tram, 'Night tram returns']]),
  })
})
