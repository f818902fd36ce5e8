import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { createDeliveries } from '@/db/deliveries/create-deliveries'
import { writeArticle } from '@/db/editing/writing'
import { correct } from '@/db/publishing/changes'
import { applyDue } from '@/db/publishing/due'
import { publish, schedule } from '@/db/publishing/publishing'
import { users } from '@/db/store/account-schema'
import { deliveries } from '@/db/store/desk-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, hoursAgo, hoursAhead, NOW, TRANSPORT } from '@/db/testing/fixtures'
import type { Email } from '@/lib/deliveries/delivery'
import { withoutAccount } from '@/lib/revisions/saver'

const ADA = { id: 'ada', name: 'Ada Finch', email: 'ada@observer.example' }
const SITE = 'https://observer.example'

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  await db
    .insert(users)
    .values({ ...ADA, emailVerified: true, role: 'contributor', createdAt: hoursAgo(90), updatedAt: hoursAgo(90) })
  id = await writeArticle(db, {
    draft: {
      headline: 'Ferries run again',
      body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'From six.' }] }],
      sectionId: TRANSPORT,
      kind: 'news',
      language: 'en',
    },
    by: ADA,
    now: hoursAgo(5),
  })
  await db.update(articles).set({ ownerId: ADA.id })
})

async function posted(now = NOW): Promise<Email[]> {
  await createDeliveries(db, { siteUrl: SITE, hasMail: true, now })
  const made = await db.select({ content: deliveries.content }).from(deliveries)
  return made.flatMap(({ content }) => (content.kind === 'letters' ? [content.letter] : []))
}

test('the owner of a story gets an e-mail when somebody else publishes it, with a Message-ID from the event', async () => {
  await publish(db, { id, by: withoutAccount('Tomas Reed'), now: NOW })
  expect(await posted()).toEqual([
    {
      to: { name: 'Ada Finch', address: 'ada@observer.example' },
      subject: 'Your story is public: Ferries run again',
      text: `“Ferries run again”\n\nYour story is public (Tomas Reed).\n\n${SITE}/transport/ferries-run-again-${id}\n`,
      messageId: `<outbox-${id}.2@observer.example>`,
    },
  ])
})

test('the remark is in the e-mail', async () => {
  await publish(db, { id, by: ADA, now: hoursAgo(1) })
  await correct(db, { id, note: 'They run from seven.', by: withoutAccount('Tomas Reed'), now: NOW })
  expect(await posted()).toMatchObject([
    {
      subject: 'Your story was corrected: Ferries run again',
      text: expect.stringContaining('\n\nThey run from seven.\n\n'),
    },
  ])
})

test('a schedule counts as somebody else', async () => {
  await schedule(db, { id, at: hoursAhead(1), by: ADA, now: NOW })
  await applyDue(db, { now: hoursAhead(1) })
  expect(await posted(hoursAhead(1))).toMatchObject([{ text: expect.stringContaining('(The schedule)') }])
})

test('a namesake of the owner counts as somebody else', async () => {
  const namesake = { id: 'ada-two', name: ADA.name }
  await db.insert(users).values({
    ...namesake,
    email: 'ada.two@observer.example',
    emailVerified: true,
    role: 'editor',
    createdAt: hoursAgo(90),
    updatedAt: hoursAgo(90),
  })
  await publish(db, { id, by: namesake, now: NOW })
  expect(await posted()).toHaveLength(1)
})

test('an owner who was renamed is still the owner', async () => {
  await publish(db, { id, by: ADA, now: NOW })
  await db.update(users).set({ name: 'Ada Reed' }).where(eq(users.id, ADA.id))
  expect(await posted()).toEqual([])
})

test('a version without a known account is the owner’s when it has their name', async () => {
  await publish(db, { id, by: withoutAccount(ADA.name), now: NOW })
  expect(await posted()).toEqual([])
})

test.each<[string, () => Promise<unknown>]>([
  ['who did it themselves', () => publish(db, { id, by: ADA, now: NOW })],
  [
    'who is shut out of the desk',
    async () => {
      await db.update(users).set({ banned: true }).where(eq(users.id, ADA.id))
      await publish(db, { id, by: withoutAccount('Tomas Reed'), now: NOW })
    },
  ],
  [
    'of a story that was not begun at the desk',
    async () => {
      await db.update(articles).set({ ownerId: null })
      await publish(db, { id, by: withoutAccount('Tomas Reed'), now: NOW })
    },
  ],
])('no e-mail is created %s', async (_who, act) => {
  await act()
  expect(await posted()).toEqual([])
})

test('without a mail server no e-mail is created, and none waits for one', async () => {
  await publish(db, { id, by: withoutAccount('Tomas Reed'), now: NOW })
  await createDeliveries(db, { siteUrl: SITE, hasMail: false, now: NOW })
  expect(await posted()).toEqual([])
})
