import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sendNotifications } from '@/app/_desk/notification-mail'
import { comment } from '@/db/comments/notes'
import { startArticle } from '@/db/editing/manuscripts'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, hoursAgo, NOW } from '@/db/testing/fixtures'
import { MailServer } from '@/lib/testing/mail-server'

const FROM = 'desk@observer.example'
const ADA = 'ada@observer.example'
const OLE = 'ole@observer.example'

let db: MemoryStore
let mailServer: MailServer
let say: (words: string) => Promise<unknown>

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('@/app/store', () => ({ store: async () => db, dataDir: () => '' }))
vi.mock('@/app/_desk/desk-route', () => ({ deskNow: () => NOW }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({
    siteUrl: 'https://observer.example',
    mail: { smtpUrl: mailServer.url, from: FROM },
  }),
}))

beforeAll(async () => {
  mailServer = await MailServer.open()
})

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  db = await aPaper(openMemoryStore())
  const mara = { id: await aUser(db, 'Mara', 'editor'), name: 'Mara' }
  await aUser(db, 'Ada', 'editor')
  await aUser(db, 'Ole', 'editor')
  const articleId = await startArticle(db, { owner: mara, now: hoursAgo(3) })
  say = (words) => comment(db, { articleId, words, by: mara, now: hoursAgo(1) })
})

afterAll(() => mailServer.close())

/** Sends what waits, and returns to whom the mail server took one, in order. */
async function recipients(): Promise<readonly string[]> {
  const before = mailServer.count
  await sendNotifications()
  return mailServer.recipients.slice(before)
}

test('an address that its mail server refuses for good keeps nobody else waiting and is not tried again', async () => {
  mailServer.answer(ADA, '550 no such mailbox')
  await say('@Ada @Ole')
  expect(await recipients()).toEqual([OLE])
  mailServer.answer(ADA, null)
  await say('@Ole')
  expect(await recipients()).toEqual([OLE])
})

test('an address that takes nothing now keeps nobody else waiting and is tried the next time', async () => {
  mailServer.answer(ADA, '450 try again later')
  await say('@Ada @Ole')
  expect(await recipients()).toEqual([OLE])
  mailServer.answer(ADA, null)
  expect(await recipients()).toEqual([ADA])
})

test('when the mail server takes nothing at all, the first e-mail is the last, and all go out the next time', async () => {
  mailServer.answer(FROM, '451 not now')
  await say('@Ada @Ole')
  expect(await recipients()).toEqual([])
  expect(console.error).toHaveBeenCalledTimes(1)
  mailServer.answer(FROM, null)
  expect(await recipients()).toEqual([ADA, OLE])
})

test('more e-mails than are read from the store at once all go out', async () => {
  for (let asked = 0; asked < 60; asked++) await say('@Ada')
  expect(await recipients()).toHaveLength(60)
})
