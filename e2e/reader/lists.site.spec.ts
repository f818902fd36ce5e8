import { rename, writeArticle } from '@/db/editing/writing'
import { addSection } from '@/db/paper/sections'
import { publish } from '@/db/publishing/publishing'
import { inTransaction } from '@/db/store/open'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { publicStory } from '@/e2e/testing/demo-story'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { crawl, fetchFrom, pagesLinkingTo } from '@/e2e/testing/site-response'
import { sectionPath } from '@/lib/addresses/paths'
import { withoutAccount } from '@/lib/revisions/saver'
import { MINUTE_MS } from '@/lib/time/durations'

const PER_PAGE = 30
const STORIES = 300

const words = (headline: string, sectionId: number) => ({
  headline,
  sectionId,
  standfirst: 'Seen from the tower at high water.',
  body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'The tide came in.' }] }],
  kind: 'news' as const,
  language: 'en',
})

async function aSection({ db }: Paper): Promise<number> {
  const { id } = await addSection(db, {
    slug: 'tides',
    name: 'Tides',
    description: '',
    parentId: null,
    now: PRINTED_AT,
  })
  return id
}

/** Publishes one story a minute, the last one now; answers their ids, newest first. */
async function published({ db }: Paper, sectionId: number, count: number): Promise<number[]> {
  const ids: number[] = []
  await inTransaction(db, async (tx) => {
    for (let number = 1; number <= count; number++) {
      const now = new Date(PRINTED_AT.getTime() - (count - number) * MINUTE_MS)
      const draft = words(`High water number ${number}`, sectionId)
      const id = await writeArticle(tx, { draft, by: withoutAccount('The tower'), now })
      await publish(tx, { id, by: withoutAccount('The tower'), now })
      ids.unshift(id)
    }
  })
  return ids
}

test('a list of 300 stories shows each once, 30 a page, and a renamed one by its new headline [list-addresses]', async () => {
  const paper = await Paper.start({ edition: 'empty' })
  try {
    const ids = await published(paper, await aSection(paper), STORIES)
    await paper.catchUp()
    const paths = await Promise.all(ids.map(async (id) => (await publicStory(paper, id)).path))
    const listed = async (page: number) => {
      const answer = await fetchFrom(paper, sectionPath('tides', page))
      expect(answer).toMatchObject({ status: 200, canonical: paper.url + sectionPath('tides', page) })
      return answer.links.map(({ to }) => to).filter((to) => to.startsWith('/tides/') && !to.startsWith('/tides/page/'))
    }
    for (let page = 1; page <= STORIES / PER_PAGE; page++) {
      expect(await listed(page), `page ${page}`).toEqual(paths.slice((page - 1) * PER_PAGE, page * PER_PAGE))
    }
    for (const nowhere of ['11', '0', '02', '-1', 'two', '99999999']) {
      expect(await fetchFrom(paper, `/tides/page/${nowhere}`), nowhere).toMatchObject({ status: 404 })
    }
    const middle = await fetchFrom(paper, '/tides/page/5')
    expect(middle.named('a').filter(({ attribs }) => attribs.rel === 'prev' || attribs.rel === 'next')).toMatchObject([
      { attribs: { href: '/tides/page/4' } },
      { attribs: { href: '/tides/page/6' } },
    ])
    expect((await fetchFrom(paper, '/tides/page/2')).linksTo('/tides').length).toBeGreaterThan(0)

    // The last on its page: its tag is among those beyond the first 128 of that page.
    for (const place of [6 * PER_PAGE - 1, 0]) {
      const id = ids[place] ?? 0
      await rename(paper.db, {
        id,
        headline: 'A wave',
        slug: `wave-${place}`,
        by: withoutAccount('The tower'),
        now: PRINTED_AT,
      })
      await paper.catchUp()
      paths[place] = (await publicStory(paper, id)).path
      const page = Math.floor(place / PER_PAGE) + 1
      expect(await listed(page)).toEqual(paths.slice((page - 1) * PER_PAGE, page * PER_PAGE))
    }

    const [newest] = await published(paper, 1, 1)
    await paper.catchUp()
    paths.unshift((await publicStory(paper, newest ?? 0)).path)
    for (const page of [1, 2, 6, 10, 11]) {
      expect(await listed(page), `page ${page}`).toEqual(paths.slice((page - 1) * PER_PAGE, page * PER_PAGE))
    }
  } finally {
    await paper.close()
  }
})

test('every address of a paper without stories, and with its first one, answers', async () => {
  const paper = await Paper.start({ edition: 'empty' })
  try {
    const statuses = async (...paths: string[]) =>
      Object.fromEntries(
        await Promise.all(paths.map(async (path) => [path, (await fetchFrom(paper, path)).status] as const)),
      )

    expect(
      await statuses('/', '/search', '/search?q=tide', '/corrections', '/tides', '/topics/x', '/authors/x'),
    ).toEqual({
      '/': 200,
      '/search': 200,
      '/search?q=tide': 200,
      '/corrections': 200,
      '/tides': 404,
      '/topics/x': 404,
      '/authors/x': 404,
    })
    expect((await fetchFrom(paper, '/')).wordsOf('main')).toContain('The first edition is being written.')
    expect(deadEnds(await crawl(paper, ['/', '/search?q=tide']))).toEqual([])

    const sectionId = await aSection(paper)
    await paper.catchUp()
    expect(await statuses('/tides', '/tides/page/2')).toEqual({ '/tides': 200, '/tides/page/2': 404 })

    const [id = 0] = await published(paper, sectionId, 1)
    await paper.catchUp()
    const { path, headline } = await publicStory(paper, id)
    const answers = await crawl(paper, ['/', '/search?q=tide'])
    expect(pagesLinkingTo(path, answers).sort()).toEqual(['/', '/archive/2026/11/23', '/search?q=tide', '/tides'])
    expect(answers.get('/')?.linksTo(path)).toHaveLength(1)
    expect(answers.get(path)?.wordsOf('h1')).toBe(headline)
    expect(answers.get(path)?.body).not.toContain('More from')
    expect(deadEnds(answers)).toEqual([])
  } finally {
    await paper.close()
  }
})

function deadEnds(answers: Awaited<ReturnType<typeof crawl>>): string[] {
  return [...answers].filter(([, { status }]) => status !== 200).map(([path]) => path)
}
