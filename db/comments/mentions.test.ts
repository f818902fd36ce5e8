import { beforeEach, describe, expect, it } from 'vitest'
import { deactivateUser } from '@/db/accounts/users'
import { chooseMail, mailChoicesOf } from '@/db/comments/mail-choices'
import { comment, notesOf, reopenNote, resolveNote } from '@/db/comments/notes'
import { noteMailed, notificationsOf, pendingMails, readNotifications, unreadCount } from '@/db/comments/notifications'
import { deleteDraft } from '@/db/editing/delete-draft'
import { startArticle } from '@/db/editing/manuscripts'
import { returnToWriter, submit } from '@/db/publishing/review'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'

let db: MemoryStore
let id: number
let ada: { id: string; name: string }
let mara: { id: string; name: string }
let ole: { id: string; name: string }

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ada = { id: await aUser(db, 'Ada'), name: 'Ada' }
  mara = { id: await aUser(db, 'Mara', 'contributor'), name: 'Mara' }
  ole = { id: await aUser(db, 'Ole', 'contributor'), name: 'Ole' }
  id = await startArticle(db, { owner: mara, now: hoursAgo(3) })
})

const say = (words: string, by = mara, more: { replyTo?: number; now?: Date } = {}) =>
  comment(db, { articleId: id, words, by, now: NOW, ...more })

describe('somebody named in a comment', () => {
  it('is notified once, with the words, and not of their own comments', async () => {
    await say('@Ada, who confirmed this? @Ada?')
    await say('@Mara knows', mara)
    expect(await notificationsOf(db, ada.id)).toMatchObject([
      { kind: 'mention', articleId: id, causedBy: 'Mara', words: '@Ada, who confirmed this? @Ada?', readAt: null },
    ])
    expect(await unreadCount(db, ada.id)).toBe(1)
    expect(await unreadCount(db, mara.id)).toBe(0)
  })

  it('is not notified of a story that they may not read', async () => {
    await say('@Ole should see this')
    expect(await unreadCount(db, ole.id)).toBe(0)
  })

  it('has read it when they say so; that of others stays unread', async () => {
    await say('@Ada')
    await say('@Mara', ada)
    await readNotifications(db, { userId: ada.id, ids: null, now: NOW })
    expect(await unreadCount(db, ada.id)).toBe(0)
    expect(await unreadCount(db, mara.id)).toBe(1)
    const [one] = await notificationsOf(db, mara.id)
    await readNotifications(db, { userId: ada.id, ids: [one?.id ?? 0], now: NOW })
    expect(await unreadCount(db, mara.id)).toBe(1)
  })

  it('is not told of a deleted draft', async () => {
    await say('@Ada')
    await deleteDraft(db, { id, by: mara, now: NOW })
    expect(await unreadCount(db, ada.id)).toBe(0)
    expect(await notificationsOf(db, ada.id)).toEqual([])
  })

  it('is named in the words of a hand-over as well', async () => {
    await submit(db, { id, words: 'For @Ada', by: mara, now: NOW })
    expect(await notificationsOf(db, ada.id)).toMatchObject([{ kind: 'mention', words: 'For @Ada' }])
  })
})

describe('a thread', () => {
  it('tells those who wrote in it of an answer, and opens when it was resolved', async () => {
    await say('Who confirmed this?')
    const [first] = await notesOf(db, id)
    const note = first?.id ?? 0
    await resolveNote(db, { articleId: id, note, by: ada, now: NOW })
    await say('The harbour master.', ada, { replyTo: note })
    const [, answer] = await notesOf(db, id)
    await say('Thank you.', mara, { replyTo: answer?.id ?? 0, now: hoursAhead(1) })
    expect(await notesOf(db, id)).toMatchObject([
      { resolvedAt: null, resolvedBy: null, replyTo: null },
      { replyTo: note },
      { replyTo: note },
    ])
    expect(await notificationsOf(db, mara.id)).toMatchObject([{ kind: 'reply', causedBy: 'Ada' }])
    expect(await notificationsOf(db, ada.id)).toMatchObject([{ kind: 'reply', causedBy: 'Mara' }])
  })

  it('is resolved by somebody, and can be opened again', async () => {
    await say('Who confirmed this?')
    const [first] = await notesOf(db, id)
    const act = { articleId: id, note: first?.id ?? 0, by: ada, now: NOW }
    expect(await resolveNote(db, act)).toMatchObject({ notes: [{ resolvedBy: 'Ada' }] })
    expect(await reopenNote(db, act)).toMatchObject({ notes: [{ resolvedAt: null }] })
  })
})

it('the writer of a returned story is notified', async () => {
  await submit(db, { id, words: '', by: mara, now: NOW })
  await returnToWriter(db, { id, words: 'Please call the port.', by: ada, now: NOW })
  expect(await notificationsOf(db, mara.id)).toMatchObject([{ kind: 'return', words: 'Please call the port.' }])
})

it('an e-mail tells what was not read yet, once, within a day and to open accounts', async () => {
  await say('@Ada')
  const [mail] = await pendingMails(db, { now: NOW })
  expect(mail).toMatchObject({ kind: 'mention', words: '@Ada', to: { email: 'ada@observer.example' } })
  expect(await pendingMails(db, { now: hoursAhead(25) })).toEqual([])
  await noteMailed(db, { id: mail?.id ?? 0, now: NOW })
  expect(await pendingMails(db, { now: NOW })).toEqual([])
  await say('@Ada again')
  await aUser(db, 'Ines', 'admin')
  await deactivateUser(db, { id: ada.id, now: NOW })
  expect(await pendingMails(db, { now: NOW })).toEqual([])
})

it('no e-mail tells of a deleted draft', async () => {
  await say('@Ada')
  await deleteDraft(db, { id, by: mara, now: NOW })
  expect(await pendingMails(db, { now: NOW })).toEqual([])
})

it('what waits for deactivated accounts leaves room for the e-mails of others, and fifty are followed by the next', async () => {
  const admin = { id: await aUser(db, 'Ines', 'admin'), name: 'Ines' }
  for (let asked = 0; asked < 55; asked++) await say(`@Ada, ${asked}?`, admin, { now: hoursAgo(2) })
  for (let asked = 0; asked < 55; asked++) await say(`@Mara, ${asked}?`, admin, { now: hoursAgo(1) })
  await deactivateUser(db, { id: ada.id, now: NOW })
  const first = await pendingMails(db, { now: NOW })
  const next = await pendingMails(db, { now: NOW, after: first.at(-1) ?? null })
  const last = await pendingMails(db, { now: NOW, after: next.at(-1) ?? null })
  expect([first, next, last].map(({ length }) => length)).toEqual([50, 5, 0])
  const words = [...first, ...next].map((mail) => mail.words)
  expect(words).toEqual(Array.from({ length: 55 }, (_, asked) => `@Mara, ${asked}?`))
})

it('an e-mail is not sent to whoever switched it off, nor afterwards when they switch it on again', async () => {
  const mentions = { userId: ada.id, topic: 'mentions' as const }
  await chooseMail(db, { ...mentions, isWanted: false, now: hoursAgo(2) })
  await say('@Ada', mara, { now: hoursAgo(1) })
  await say('@Mara', ada, { now: hoursAgo(1) })
  const receivers = async () => (await pendingMails(db, { now: NOW })).map(({ to }) => to.name)
  expect(await receivers()).toEqual(['Mara'])
  expect(await unreadCount(db, ada.id)).toBe(1)
  await chooseMail(db, { ...mentions, isWanted: true, now: NOW })
  expect(await receivers()).toEqual(['Mara'])
  await say('@Ada again', mara, { now: NOW })
  expect(await receivers()).toEqual(['Mara', 'Ada'])
})

it('each kind of e-mail is switched for itself, and all are on until somebody does', async () => {
  await chooseMail(db, { userId: mara.id, topic: 'mentions', isWanted: false, now: hoursAgo(2) })
  expect(await mailChoicesOf(db, mara.id)).toEqual({ mentions: false, assignments: true, reviews: true, fronts: true })
  await submit(db, { id, words: '', by: mara, now: NOW })
  await returnToWriter(db, { id, words: 'Please call the port, @Mara.', by: ada, now: NOW })
  expect((await pendingMails(db, { now: NOW })).map(({ kind }) => kind)).toEqual(['return'])
})
