import { expect, test } from 'vitest'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { articlePage } from '@/db/reading/articles'
import { openMemoryStore } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { type ReaderElement, readerBody } from '@/lib/linking/reader-body'
import { LinkedNewsroom } from '@/server/chaos/linked-newsroom'

/** `npm run chaos -- --only=links` makes 10,000. */
const ACTS = 60

const drawing = async (_dataDir: string, key: string) => ({
  widthPx: 1600,
  heightPx: 900,
  original: `originals/${key}.svg`,
  files: [],
  stated: null,
})

function named(element: ReaderElement): number[] {
  if (element.type === 'also-read') return [element.target.id]
  return element.type === 'related-news' ? element.targets.map(({ id }) => id) : []
}

test.each([3])(
  'after random acts (seed %i) blocks name stories that readers have, each once, and no forbidden one',
  async (seed) => {
    const db = openMemoryStore()
    await fillDemoEdition(db, { dataDir: '/nowhere', now: NOW, drawing })
    const newsroom = new LinkedNewsroom(db, { seed, now: NOW })
    await newsroom.begin()
    for (let act = 0; act < ACTS; act++) await newsroom.step()
    const stories = new Set((await newsroom.publicStories()).map(({ id }) => id))
    let links = 0
    for (const id of stories) {
      const { value } = await articlePage(db, { id, now: newsroom.now })
      if (value?.visibility !== 'public') throw new Error(`story ${id} is not public`)
      const targets = readerBody(value.article.body, id, value.referenced).flatMap(named)
      links += targets.length
      expect(targets.filter((target) => !stories.has(target))).toEqual([])
      expect(targets.length, `story ${id} names none twice`).toBe(new Set(targets).size)
      const barred = newsroom.forbidden.flatMap(({ one, other }) => (one === id ? [other] : other === id ? [one] : []))
      expect(targets.filter((target) => barred.includes(target))).toEqual([])
    }
    expect(links).toBeGreaterThan(50)
  },
)
