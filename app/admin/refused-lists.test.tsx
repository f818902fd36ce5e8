import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import AddressesPage from '@/app/admin/addresses/page'
import StoriesPage from '@/app/admin/articles/page'
import AuthorsPage from '@/app/admin/authors/page'
import LinksPage from '@/app/admin/links/page'
import LogPage from '@/app/admin/log/page'
import TodayPage from '@/app/admin/page'
import PicturesPage from '@/app/admin/pictures/page'
import PlansPage from '@/app/admin/plans/page'
import TimelinesPage from '@/app/admin/timelines/page'
import TopicsPage from '@/app/admin/topics/page'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, NOW } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { askedAgain, QueryRefused, type RefusalReason, refusalInWords } from '@/lib/pages/query-threads'

const EDITOR: Editor = { id: 'ines', name: 'Ines Dahl', email: 'ines@observer.example', role: 'admin' }

type Page = (props: { searchParams: Promise<Record<string, string>> }) => Promise<ReactNode>

/** Every page of the desk with a list that threads answer, by its folder, and a narrower one that was asked for. */
const PAGES: Record<string, { page: Page; asked: Record<string, string>; keeps: string }> = {
  '': { page: TodayPage, asked: {}, keeps: 'href="/admin"' },
  addresses: { page: AddressesPage, asked: { q: 'ferry' }, keeps: 'value="ferry"' },
  articles: { page: StoriesPage, asked: { q: 'ferry', state: 'draft' }, keeps: 'value="ferry"' },
  authors: { page: AuthorsPage, asked: {}, keeps: 'href="/admin/authors"' },
  links: { page: LinksPage, asked: { view: 'placed', page: '2' }, keeps: 'view=placed&amp;page=2' },
  log: { page: LogPage, asked: { action: 'published' }, keeps: 'href="/admin/log' },
  pictures: { page: PicturesPage, asked: { q: 'quay' }, keeps: 'value="quay"' },
  plans: { page: PlansPage, asked: { as: 'month', day: '2026-11-27' }, keeps: 'as=month&amp;day=2026-11-27' },
  timelines: { page: TimelinesPage, asked: {}, keeps: 'href="/admin/timelines"' },
  topics: { page: TopicsPage, asked: {}, keeps: 'href="/admin/topics"' },
}

let db: MemoryStore
let reason: RefusalReason
let unanswered = 0

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('next/navigation', () => ({ useRouter: () => ({}), usePathname: () => '', forbidden: () => {} }))
vi.mock('@/app/store', () => ({ store: async () => db, dataDir: () => '' }))
vi.mock('@/app/_desk/editor', () => ({ requireEditor: async () => EDITOR }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({
    siteUrl: 'https://observer.example',
    now: () => NOW,
    rendering: () => null,
    askerLeft: () => null,
    unanswered: () => {
      unanswered += 1
    },
    missed: { list: () => [] },
    queryThreads: {
      run: async () => {
        throw new QueryRefused(reason)
      },
    },
  }),
}))

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  unanswered = 0
})

test.each(Object.entries(PAGES))(
  'a list of the desk that takes too long is a page in words with status 503, and what was asked for stays: /%s [answers-in-time]',
  async (_, { page, asked, keeps }) => {
    for (const why of ['too-much', 'too-many'] as const) {
      reason = why
      const markup = renderToStaticMarkup(await page({ searchParams: Promise.resolve(asked) }))
      expect(markup).toContain(refusalInWords(why))
      expect(markup).toContain('Ask again')
      expect(markup).toContain(keeps)
      expect(markup).not.toMatch(/No story is like that|Nothing in the log|is empty|no picture yet/)
    }
    expect(unanswered).toBeGreaterThanOrEqual(2)
  },
)

test('every page of the desk asks threads in the way that is answered in words', () => {
  const asking = readdirSync('app/admin', { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('page.tsx') && /threaded-query|deskQuery\(/.test(readFileSync(join('app/admin', file), 'utf8')),
  )
  expect(asking.map((file) => file.replace(/\/?page\.tsx$/, '')).toSorted()).toEqual(Object.keys(PAGES).toSorted())
  for (const file of asking) expect(readFileSync(join('app/admin', file), 'utf8')).not.toContain('threadedQuery')
})

test('a part of a file that is being sent is asked for again, and no more than five times', async () => {
  const pauses: number[] = []
  const pause = async (ms: number) => void pauses.push(ms)
  let refusals = 3
  const ask = async () => {
    refusals -= 1
    if (refusals >= 0) throw new QueryRefused('too-many')
    return 'the part'
  }
  expect(await askedAgain(ask, pause)).toBe('the part')
  expect(pauses).toEqual([5000, 5000, 5000])
  refusals = 100
  await expect(askedAgain(ask, pause)).rejects.toThrow('too-many')
  expect(pauses).toHaveLength(8)
})
