import { beforeEach, describe, expect, it } from 'vitest'
import { storiesLinkingTo } from '@/db/editing/links'
import { writeArticle } from '@/db/editing/writing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function aDraft(headline: string, body: Body = []) {
  const draft = { headline, body, sectionId: CITY, kind: 'news' as const, language: 'en' }
  return writeArticle(db, { draft, by: withoutAccount('Mara Quill'), now: NOW })
}

describe('storiesLinkingTo', () => {
  it('lists every story that links to the target, newest first, with every place in reading order', async () => {
    const target = await aDraft('Depot gets a roof')
    const other = await aDraft('Budget passes')
    const first = await aDraft('Trams run late', [{ type: 'related-news', id: 'e1', articles: [other, target] }])
    const second = await aDraft('Trams run on time', [
      { type: 'also-read', id: 'e1', target: { kind: 'article', article: target } },
      { type: 'paragraph', id: 'e2', text: [{ text: 'roof', link: { to: 'article', article: target } }] },
    ])
    expect(await storiesLinkingTo(db, target)).toEqual([
      {
        id: second,
        headline: 'Trams run on time',
        state: 'draft',
        places: [
          { where: 'also-read', elementId: 'e1' },
          { where: 'text', elementId: 'e2' },
        ],
      },
      { id: first, headline: 'Trams run late', state: 'draft', places: [{ where: 'related-news', elementId: 'e1' }] },
    ])
  })

  it('is empty for a story without links to it', async () => {
    expect(await storiesLinkingTo(db, await aDraft('Alone'))).toEqual([])
  })
})
