import { beforeEach, expect, test, vi } from 'vitest'
import { notesOf } from '@/db/comments/notes'
import { verdictsOf } from '@/db/comments/version-reviews'
import { sharePreview } from '@/db/editing/preview-links'
import { writeArticle } from '@/db/editing/writing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, hoursAgo, NOW } from '@/db/testing/fixtures'
import { answerWords } from '@/lib/desk/version-review/said'
import { CLIENT_ADDRESS_HEADER } from '@/lib/pages/client-address'
import { withoutAccount } from '@/lib/revisions/saver'
import { POST } from './route'

let db: MemoryStore
let id: number
let secret: string

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('next/headers', () => ({ headers: async () => new Headers() }))
vi.mock('@/app/store', () => ({ store: async () => db, dataDir: () => '' }))
vi.mock('@/app/_desk/editor', () => ({ currentEditor: async () => null }))
vi.mock('@/app/_desk/notification-mail', () => ({ mailNotifications: () => {} }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({ siteUrl: 'https://observer.example', now: () => NOW }),
}))

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const draft = {
    headline: 'What the mayor knew',
    sectionId: CITY,
    kind: 'news' as const,
    language: 'en',
    body: [{ type: 'paragraph' as const, id: 'p1', text: [{ text: 'The mayor knew of the leak in May.' }] }],
  }
  id = await writeArticle(db, { draft, by: withoutAccount('Ada'), now: hoursAgo(1) })
  const link = { articleId: id, hours: 24, by: 'Ada', recipient: '', version: 1, now: NOW }
  secret = (await sharePreview(db, link)).secret
})

/** Sends the form as a browser without scripts does, which may not tell its origin. */
async function sent(fields: Record<string, string>, from = '192.0.2.1') {
  const headers = { [CLIENT_ADDRESS_HEADER]: from }
  const body = new URLSearchParams({ secret, name: 'Dr Amélie Roux', words: '', ...fields })
  const request = new Request('https://observer.example/x', { method: 'POST', headers, body })
  const response = await POST(request, { params: Promise.resolve({}) })
  const location = new URL(response.headers.get('location') ?? '/', 'https://observer.example')
  return { status: response.status, path: location.pathname, answer: location.searchParams.get('answer') ?? '' }
}

test('a form without scripts is answered with the address of the version, which says what became of it [version-link]', async () => {
  const there = { status: 303, path: `/preview/${secret}` }
  expect(await sent({ kind: 'comment', words: 'Says who?' })).toEqual({ ...there, answer: 'comment' })
  expect(await sent({ kind: 'approval' })).toEqual({ ...there, answer: 'approval' })
  expect(await sent({ kind: 'refusal', words: 'Not without a second source.' })).toMatchObject({ answer: 'refusal' })
  expect((await notesOf(db, id)).map(({ kind, writtenBy }) => [kind, writtenBy])).toEqual([
    ['comment', 'Dr Amélie Roux'],
    ['approval', 'Dr Amélie Roux'],
    ['refusal', 'Dr Amélie Roux'],
  ])
  expect(await verdictsOf(db, id)).toHaveLength(2)
  expect(answerWords('approval')).toEqual({ told: 'The newsroom knows that you approve this version.', problem: '' })
})

test('what is missing is said at the version, and nothing is saved', async () => {
  expect(await sent({ kind: 'comment' })).toMatchObject({ status: 303, answer: 'words' })
  expect(await sent({ kind: 'approval', name: ' ' })).toMatchObject({ status: 303, answer: 'name' })
  expect(answerWords('words')).toEqual({ told: '', problem: 'Write the comment first.' })
  expect(answerWords('<b>')).toEqual({ told: '', problem: '' })
  expect(await notesOf(db, id)).toEqual([])
})

test('without the secret nothing is saved: another one leads to its own page, which does not exist', async () => {
  expect(await sent({ kind: 'approval', secret: 'f'.repeat(48) })).toMatchObject({ path: `/preview/${'f'.repeat(48)}` })
  expect((await sent({ kind: 'shout' })).status).toBe(400)
  expect((await sent({ kind: 'comment', words: 'x'.repeat(5001) })).status).toBe(400)
  expect(await notesOf(db, id)).toEqual([])
})

test('whoever sends it again and again is asked to wait', async () => {
  const statuses = new Set<number>()
  for (let tries = 0; tries < 40; tries++) statuses.add((await sent({ kind: 'comment' }, '192.0.2.9')).status)
  expect([...statuses]).toEqual([303, 429])
})
