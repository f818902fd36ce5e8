import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { bringAuthor, changeAuthor } from '@/db/paper/author-changes'
import { authorById } from '@/db/paper/authors'
import { bringSection, changeSection } from '@/db/paper/section-changes'
import { sectionById } from '@/db/paper/sections'
import { bringTopic, changeTopic } from '@/db/paper/topic-changes'
import { topicById } from '@/db/paper/topics'
import { auditLog } from '@/db/store/audit-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { aUser } from '@/db/testing/accounts'
import { aPaper, BRIDGE, CITY, DREDGER, HARBOUR, MARA, NOW, TOMAS } from '@/db/testing/fixtures'
import * as inputs from '@/lib/desk/paper/names-input'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const words = (outcome: object | null) => JSON.stringify(outcome)
const typed = { name: 'Night buses', slug: '', description: 'After midnight.' }

describe('two people who change different things of one name', () => {
  test('both keep what they changed of a topic and of a section', async () => {
    await changeTopic(db, { id: HARBOUR, changes: { description: 'Ships and cranes.' }, now: NOW })
    await changeTopic(db, { id: HARBOUR, changes: { name: 'The harbour' }, now: NOW })
    expect(await topicById(db, HARBOUR)).toMatchObject({
      name: 'The harbour',
      slug: 'harbour',
      description: 'Ships and cranes.',
    })
    await changeSection(db, { id: CITY, changes: { description: 'All of the town.' }, now: NOW })
    await changeSection(db, { id: CITY, changes: { slug: 'town' }, now: NOW })
    expect(await sectionById(db, CITY)).toMatchObject({ name: 'City', slug: 'town', description: 'All of the town.' })
  })

  test('both keep what they changed of an author, and a field left out stays', async () => {
    const links = [{ name: 'Web', url: 'https://quill.example/' }]
    await changeAuthor(db, { id: MARA, changes: { bio: 'Knows every crane.', links }, now: NOW })
    await changeAuthor(db, { id: MARA, changes: { role: 'Night editor' }, now: NOW })
    expect(await authorById(db, MARA)).toMatchObject({
      name: 'Mara Quill',
      role: 'Night editor',
      bio: 'Knows every crane.',
      links,
      portrait: { id: DREDGER },
    })
    await changeAuthor(db, { id: MARA, changes: { bio: '', portraitId: null }, now: NOW })
    expect(await authorById(db, MARA)).toMatchObject({ bio: '', links, portrait: null })
  })

  test('send only these: a change of one field names no other', () => {
    expect(inputs.authorChanges.parse({ role: 'Editor' })).toEqual({ role: 'Editor' })
    expect(inputs.topicChanges.parse({ name: 'Ships' })).toEqual({ name: 'Ships' })
    expect(inputs.sectionChanges.parse({})).toEqual({})
  })
})

describe('two people who add the same at once', () => {
  test('are told so; the first one stands', async () => {
    const both = async (bring: () => Promise<object>) => (await Promise.all([bring(), bring()])).map(words)
    expect(await both(() => bringTopic(db, { ...typed, now: NOW }))).toEqual([
      expect.stringContaining('night-buses'),
      expect.stringContaining('There is a topic'),
    ])
    expect(await both(() => bringSection(db, { ...typed, parentId: null, now: NOW }))).toEqual([
      expect.stringContaining('night-buses'),
      expect.stringContaining('There is a section'),
    ])
    expect(await both(() => bringAuthor(db, { name: 'Ida Voss', slug: '', now: NOW }))).toEqual([
      expect.stringContaining('ida-voss'),
      expect.stringContaining('Another author has the address'),
    ])
  })

  test('and so is who gives away an account that somebody else gave away meanwhile', async () => {
    const userId = await aUser(db, 'ida')
    const outcomes = await Promise.all(
      [MARA, TOMAS].map((id) => changeAuthor(db, { id, changes: { userId }, now: NOW })),
    )
    expect(outcomes.filter((outcome) => outcome && 'problems' in outcome)).toHaveLength(1)
  })
})

test('the audit log names each and what changed of it', async () => {
  await changeTopic(db, { id: HARBOUR, changes: { name: 'Port' }, now: NOW })
  await changeTopic(db, { id: HARBOUR, changes: { name: 'Port' }, now: NOW })
  await changeAuthor(db, { id: TOMAS, changes: { role: 'Editor' }, now: NOW })
  const entries = await db.select().from(auditLog)
  expect(entries.map(({ action, thingId, thingName, detail }) => [action, thingId, thingName, detail])).toEqual([
    ['topic changed', String(HARBOUR), 'Port', 'name: Harbour to Port'],
    ['author changed', String(TOMAS), 'Tomas Reed', expect.stringMatching(/^role: .* to Editor$/)],
  ])
})

test('a section below one that does not exist is refused, and so is a number that cannot be one', async () => {
  expect(words(await bringSection(db, { ...typed, parentId: 999_999, now: NOW }))).toContain('no such section')
  expect(inputs.newSectionInput.safeParse({ ...typed, parent: '9'.repeat(400) }).success).toBe(false)
})

test('an e-mail address is at most as long as one that can be written to', () => {
  const email = `${'ida.'.repeat(10)}voss@${'observer.'.repeat(40)}example`
  expect(inputs.authorInput.safeParse({ name: 'Ida Voss', email }).success).toBe(false)
  expect(inputs.authorInput.safeParse({ name: 'Ida Voss', email: 'ida@observer.example' }).success).toBe(true)
})

test('a picture that is barred, thrown away or without alt text becomes nobody’s portrait; one that stands is left alone', async () => {
  const portray = () => changeAuthor(db, { id: TOMAS, changes: { portraitId: BRIDGE }, now: NOW })
  const change = (columns: Partial<typeof media.$inferInsert>) =>
    db.update(media).set(columns).where(eq(media.id, BRIDGE))
  await change({ rightsCategory: 'forbidden' })
  expect(words(await portray())).toContain('It is not to be used.')
  expect(words(await bringAuthor(db, { name: 'Ida Voss', slug: '', portraitId: BRIDGE, now: NOW }))).toContain(
    'cannot be the portrait',
  )
  await change({ rightsCategory: 'own', deletedAt: NOW })
  expect(words(await portray())).toContain('It is in the bin.')
  await change({ deletedAt: null, alt: ' ' })
  expect(words(await portray())).toContain('The portrait has no alt text. Describe what it shows.')
  await change({ alt: 'Tomas Reed at the quay' })
  expect(await portray()).toEqual({})
  await change({ rightsCategory: 'forbidden' })
  expect(await changeAuthor(db, { id: TOMAS, changes: { role: 'Editor', portraitId: BRIDGE }, now: NOW })).toEqual({})
})
