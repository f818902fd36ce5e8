import { beforeEach, expect, test } from 'vitest'
import { changeRole, deactivateUser, reactivateUser, removeSecondStep } from '@/db/accounts/users'
import { type LogSearch, logEntries } from '@/db/audit/entries'
import { actingAs } from '@/db/audit/log'
import { openedArticle, saveManuscript, startArticle } from '@/db/editing/manuscripts'
import { writeArticle } from '@/db/editing/writing'
import { applyDue } from '@/db/publishing/due'
import { publish, schedule } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, CITY, hoursAhead, NOW } from '@/db/testing/fixtures'
import { actionWords, actorWords, type LogEntry } from '@/lib/audit/log-entry'
import { WHOLE_LOG } from '@/lib/audit/log-query'

const INES = { kind: 'person' as const, id: 'ines', name: 'Ines Dahl', address: '192.0.2.1' }

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const found = (search: Partial<LogSearch> = {}) =>
  logEntries(db, { search: { ...WHOLE_LOG, from: null, until: null, ...search }, before: null, limit: 100 })
const told = (entries: LogEntry[]) =>
  entries.map((entry) => `${actorWords(entry)}: ${actionWords(entry)} (${entry.thingName})`)

test('changes of role, factor and account are logged with who made them', async () => {
  await aUser(db, 'ines', 'admin')
  const id = await aUser(db, 'omar', 'editor')
  const desk = actingAs(db, { actor: INES })
  const change = { id, now: NOW }
  await changeRole(desk, { ...change, role: 'admin' })
  await changeRole(desk, { ...change, role: 'admin' })
  await removeSecondStep(desk, change)
  await deactivateUser(desk, change)
  await reactivateUser(desk, change)
  expect(told(await found({ who: 'ines' }))).toEqual([
    'Ines Dahl: Account reactivated (omar@observer.example)',
    'Ines Dahl: Account deactivated (omar@observer.example)',
    'Ines Dahl: Account second step removed (omar@observer.example)',
    'Ines Dahl: Account role changed: editor to admin (omar@observer.example)',
  ])
})

test('an hour of saves by one person is one entry, until something else happens to the story', async () => {
  const by = { id: await aUser(db, 'omar'), name: 'Omar Lind' }
  const desk = actingAs(db, { actor: { kind: 'person', ...by, address: '192.0.2.4' } })
  const id = await startArticle(desk, { owner: by, now: NOW })
  const type = async (headline: string, now: Date) => {
    const opened = await openedArticle(db, { id, now })
    if (!opened) throw new Error('the story is missing')
    const manuscript = { ...opened.manuscript, headline }
    await saveManuscript(desk, { id, key: crypto.randomUUID(), basedOn: opened.version, manuscript, by, now })
  }
  for (const headline of ['Ferry', 'Ferry runs', 'Ferry runs again']) await type(headline, NOW)
  expect(await found({ action: 'story saved' })).toHaveLength(1)
  await type('Ferry runs again at last', hoursAhead(2))
  expect(await found({ action: 'story saved' })).toHaveLength(2)
  expect(await found({ thing: 'story', thingId: String(id) })).toHaveLength(3)
})

test('what the schedule publishes is logged as done by the site, also when an editor comes upon it', async () => {
  const by = { id: null, name: 'wire' }
  const body = [{ type: 'paragraph' as const, id: 'a', text: [{ text: 'It left at nine.' }] }]
  const bylines = [{ authorId: null, name: 'Ines Dahl' }]
  const draft = { headline: 'The last ferry', language: 'en', sectionId: CITY, body, bylines }
  const id = await writeArticle(db, { draft, by, now: NOW })
  expect(await schedule(db, { id, at: hoursAhead(1), by, now: NOW })).toHaveProperty('version')
  await publish(actingAs(db, { actor: INES }), { id, by, now: hoursAhead(2) })
  await applyDue(db, { now: hoursAhead(2) })
  expect(told(await found({ thing: 'story' }))[0]).toBe('The site: Story published: on schedule (The last ferry)')
})
