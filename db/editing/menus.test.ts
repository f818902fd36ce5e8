import { beforeEach, expect, test } from 'vitest'
import { mergeTopics } from '@/db/editing/merge-names'
import { arrangedMenu, menuLinks, menuOffers, saveMenu } from '@/db/paper/menus'
import { writeStandingPage } from '@/db/paper/pages'
import { addSection } from '@/db/paper/sections'
import { addTopic, renameTopic } from '@/db/paper/topics'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, ELECTIONS, FERRIES, HARBOUR, NOW, WORLD } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'
import { type MenuItem, menuKey } from '@/lib/paper/menu'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'

const BY = withoutAccount('Mara Quill')
let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const names = async (place: 'masthead' | 'footer' = 'masthead') =>
  (await menuLinks(db)).value[place].map(({ name, href }) => `${name} ${href}`)
const save = (items: MenuItem[], version = 0) => saveMenu(db, { place: 'masthead', items, version, by: BY, now: NOW })

test('as long as nobody arranges it, the menu holds the sections at the top, and the footer what readers look for', async () => {
  expect(await names()).toEqual(['City /city', 'World /world'])
  await addSection(db, { slug: 'sport', name: 'Sport', description: '', parentId: null, now: NOW })
  expect(await names()).toEqual(['City /city', 'World /world', 'Sport /sport'])
  await writeStandingPage(db, {
    slug: 'privacy',
    headline: 'Privacy',
    body: [paragraph('a', 'Yes.')],
    by: BY,
    now: NOW,
  })
  expect(await names('footer')).toEqual([
    'About the paper /about',
    'Contact /contact',
    'How we work /ethics',
    'Privacy /privacy',
    'Corrections /corrections',
    'Archive /archive',
    'Search /search',
    'RSS /rss.xml',
  ])
})

test('an arranged menu has its own order and labels, and every page shows it', async () => {
  const items: MenuItem[] = [
    { kind: 'section', id: WORLD, label: '' },
    { kind: 'topic', id: HARBOUR, label: 'The harbour' },
    { kind: 'section', id: FERRIES, label: '' },
    { kind: 'link', url: 'https://shop.example/', label: 'Shop' },
    { kind: 'place', place: 'search', label: '' },
  ]
  expect(await save(items)).toEqual({ version: 1 })
  expect(await names()).toEqual([
    'World /world',
    'The harbour /topics/harbour',
    'Ferries /ferries',
    'Shop https://shop.example/',
    'Search /search',
  ])
  expect((await staleSince(db, 0)).tags).toContain(tags.site)
  expect((await menuLinks(db)).tags).toEqual([tags.site])
})

test('of two people who arrange it at once the second learns of the first', async () => {
  await save([{ kind: 'section', id: WORLD, label: '' }])
  expect(await save([{ kind: 'section', id: CITY, label: '' }])).toMatchObject({
    conflict: { savedBy: 'Mara Quill', version: 1 },
  })
  expect(await save([], 1)).toEqual({ version: 2 })
  expect(await arrangedMenu(db, 'masthead')).toMatchObject({ version: 2, items: [{ id: CITY }, { id: WORLD }] })
})

test('an entry whose target readers do not have is left out; a topic that was merged is the other one', async () => {
  await save([
    { kind: 'page', id: 99, label: 'Gone' },
    { kind: 'topic', id: HARBOUR, label: '' },
    { kind: 'topic', id: ELECTIONS, label: '' },
  ])
  const { seq } = await staleSince(db, 0)
  await mergeTopics(db, { from: HARBOUR, into: ELECTIONS, by: BY, now: NOW })
  expect(await names()).toEqual(['Elections /topics/elections'])
  expect((await staleSince(db, seq)).tags).toContain(tags.site)
})

test('a topic that stands in a menu and gets another name changes every page; any other topic does not', async () => {
  await save([{ kind: 'topic', id: HARBOUR, label: '' }])
  const { seq } = await staleSince(db, 0)
  await renameTopic(db, { id: ELECTIONS, name: 'Votes', slug: 'votes', now: NOW })
  expect((await staleSince(db, seq)).tags).not.toContain(tags.site)
  await renameTopic(db, { id: HARBOUR, name: 'Port', slug: 'port', now: NOW })
  expect((await staleSince(db, seq)).tags).toContain(tags.site)
})

test('a topic that was merged changes every page when the one it became gets another name, and when that one is merged', async () => {
  await save([{ kind: 'topic', id: HARBOUR, label: '' }])
  await mergeTopics(db, { from: HARBOUR, into: ELECTIONS, by: BY, now: NOW })
  let { seq } = await staleSince(db, 0)
  await renameTopic(db, { id: ELECTIONS, name: 'Votes', slug: 'votes', now: NOW })
  expect((await staleSince(db, seq)).tags).toContain(tags.site)
  const ballots = await addTopic(db, { slug: 'ballots', name: 'Ballots', description: '', now: NOW })
  ;({ seq } = await staleSince(db, 0))
  await mergeTopics(db, { from: ELECTIONS, into: ballots.id, by: BY, now: NOW })
  expect(await names()).toEqual(['Ballots /topics/ballots'])
  expect((await staleSince(db, seq)).tags).toContain(tags.site)
})

test('every section and every place of the site is offered', async () => {
  const offered = (await menuOffers(db)).map(({ target }) => menuKey(target))
  expect(offered).toEqual(expect.arrayContaining([`section ${FERRIES}`, 'place front', 'place rss', 'place about']))
})
