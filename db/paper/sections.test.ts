import { beforeEach, describe, expect, test } from 'vitest'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { redirectFrom } from '@/db/addresses/redirects'
import {
  addSection,
  allSections,
  moveSection,
  renameSection,
  sectionAddressProblem,
  sectionBands,
  sectionBySlug,
} from '@/db/paper/sections'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  CITY,
  FERRIES,
  hoursAgo,
  hoursAhead,
  NOT_PUBLIC,
  NOW,
  PUBLIC,
  TRANSPORT,
  WORLD,
} from '@/db/testing/fixtures'
import { readPageTags, tags } from '@/lib/pages/tags'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const slugs = async () => (await allSections(db)).value.map(({ slug }) => slug)
const leads = (path: string) => redirectFrom(db, { path, now: NOW })

test('all sections are in tree order', async () => {
  expect(await slugs()).toEqual(['city', 'transport', 'ferries', 'world'])
  expect((await allSections(db)).tags).toEqual([tags.site])
})

test('a section is found by slug; null for an unknown slug', async () => {
  expect(await sectionBySlug(db, 'city')).toEqual({
    value: { id: CITY, slug: 'city', name: 'City', description: 'Port Linnet', parentId: null },
    tags: [tags.section(CITY)],
  })
  expect((await sectionBySlug(db, 'sport')).value).toBeNull()
})

describe('the bands of the front page', () => {
  const bands = async (perSection = 3) => {
    const { value: answer, tags: pageTags } = await sectionBands(db, { now: NOW, perSection })
    return { pageTags, shown: answer.map(({ section, teasers }) => [section.slug, ...teasers.map((t) => t.headline)]) }
  }

  test('are the top sections in order, each with its newest stories and those of every section below', async () => {
    await aStory(db, { headline: 'Council', sectionId: CITY, publishedAt: hoursAgo(3) })
    await aStory(db, { headline: 'Ferry', sectionId: FERRIES, publishedAt: hoursAgo(1) })
    await aStory(db, { headline: 'Tram', sectionId: TRANSPORT, publishedAt: hoursAgo(2) })
    await aStory(db, { headline: 'Old tram', sectionId: TRANSPORT, publishedAt: hoursAgo(9) })
    await aStory(db, { headline: 'Summit', sectionId: WORLD, publishedAt: hoursAgo(4) })
    expect((await bands()).shown).toEqual([
      ['city', 'Ferry', 'Tram', 'Council'],
      ['world', 'Summit'],
    ])
    expect((await bands(1)).shown).toEqual([
      ['city', 'Ferry'],
      ['world', 'Summit'],
    ])
  })

  test('are ordered by id where the instants are the same', async () => {
    await aStory(db, { headline: 'One', sectionId: CITY, publishedAt: hoursAgo(1) })
    await aStory(db, { headline: 'Two', sectionId: FERRIES, publishedAt: hoursAgo(1) })
    expect((await bands()).shown[0]).toEqual(['city', 'Two', 'One'])
  })

  test.each(NOT_PUBLIC)('leave out %s', async (_, state) => {
    await aStory(db, { headline: 'Unseen', sectionId: FERRIES, ...state })
    expect((await bands()).shown).toEqual([['city'], ['world']])
  })

  test.each(PUBLIC)('include %s', async (_, state) => {
    await aStory(db, { headline: 'Seen', sectionId: FERRIES, ...state })
    expect((await bands()).shown).toEqual([['city', 'Seen'], ['world']])
  })

  test('are tagged with the tree, each section and its list, and each story', async () => {
    const id = await aStory(db, { headline: 'Ferry', sectionId: FERRIES })
    await aStory(db, { headline: 'Next', sectionId: WORLD, state: 'scheduled', publishedAt: hoursAhead(1) })
    const pageTags = readPageTags((await bands()).pageTags)
    expect(pageTags.subjects.sort()).toEqual(
      [
        tags.site,
        tags.section(CITY),
        tags.sectionList(CITY),
        tags.section(WORLD),
        tags.sectionList(WORLD),
        tags.teaser(id),
        tags.section(FERRIES),
      ].sort(),
    )
    expect(pageTags).toMatchObject({ changesAt: hoursAhead(1).getTime(), asOf: hoursAgo(1).getTime() })
  })
})

describe('adding a section', () => {
  const add = (slug: string, parentId: number | null = null) =>
    addSection(db, { slug, name: 'Sport', description: '', parentId, now: NOW })

  test('puts it last among its siblings and invalidates the tree', async () => {
    const { id } = await add('sport')
    await add('trams', TRANSPORT)
    expect(await slugs()).toEqual(['city', 'transport', 'ferries', 'trams', 'world', 'sport'])
    expect((await staleSince(db, 0)).tags).toEqual(expect.arrayContaining([tags.section(id), tags.site]))
  })

  test.each(['admin', 'line-4', 'Sport', '', 'city'])('refuses the slug "%s"', async (slug) => {
    await expect(add(slug)).rejects.toThrow()
    expect(await slugs()).toHaveLength(4)
  })

  test('takes over an address that redirected elsewhere', async () => {
    await addRedirect(db, {
      siteUrl: 'https://observer.example',
      from: '/sport',
      target: { toPath: '/city' },
      now: NOW,
    })
    await add('sport')
    expect(await leads('/sport')).toBeNull()
  })
})

describe('renaming a section', () => {
  const rename = (slug: string, name = 'Town') => renameSection(db, { id: CITY, name, slug, now: NOW })

  test('changes name and slug, and invalidates the section and the tree', async () => {
    await rename('town')
    expect((await sectionBySlug(db, 'town')).value).toMatchObject({ id: CITY, name: 'Town' })
    expect((await staleSince(db, 0)).tags).toEqual([tags.address('/city'), tags.section(CITY), tags.site])
  })

  test('redirects every old address to the new one in one hop', async () => {
    await addRedirect(db, {
      siteUrl: 'https://observer.example',
      from: '/stadt',
      target: { toPath: '/city' },
      now: NOW,
    })
    await rename('town')
    await rename('port-linnet')
    expect(await Promise.all(['/stadt', '/city', '/town', '/port-linnet'].map(leads))).toEqual([
      '/port-linnet',
      '/port-linnet',
      '/port-linnet',
      null,
    ])
  })

  test('back to an old name leaves no loop', async () => {
    await rename('town')
    await rename('city')
    expect(await leads('/city')).toBeNull()
    expect(await leads('/town')).toBe('/city')
  })

  test('of only the name makes no redirect', async () => {
    await rename('city')
    expect(await leads('/city')).toBeNull()
    expect((await staleSince(db, 0)).tags).toEqual([tags.section(CITY), tags.site])
  })

  test('to the same name and slug changes nothing', async () => {
    await rename('city', 'City')
    expect((await staleSince(db, 0)).tags).toEqual([])
  })

  test.each(['search', 'line-4', 'world'])('refuses the slug "%s"', async (slug) => {
    await expect(rename(slug)).rejects.toThrow()
    expect((await sectionBySlug(db, 'city')).value).not.toBeNull()
  })

  test('refuses a section that does not exist', async () => {
    await expect(renameSection(db, { id: 99, name: 'Sport', slug: 'sport', now: NOW })).rejects.toThrow('section 99')
  })
})

test('a section moves among its siblings with all below it, and no further than their ends', async () => {
  await moveSection(db, { id: WORLD, to: 'up', now: NOW })
  expect(await slugs()).toEqual(['world', 'city', 'transport', 'ferries'])
  expect((await staleSince(db, 0)).tags).toEqual([tags.site])
  await moveSection(db, { id: WORLD, to: 'up', now: NOW })
  await moveSection(db, { id: FERRIES, to: 'down', now: NOW })
  expect(await slugs()).toEqual(['world', 'city', 'transport', 'ferries'])
})

test('an address that is taken, reserved or not valid is a problem; the own address is not', async () => {
  const problem = (slug: string, self: number | null = null) => sectionAddressProblem(db, { slug, self })
  expect(await problem('city')).toBe('Another section has the address “city”.')
  expect(await problem('city', CITY)).toBeNull()
  expect(await problem('admin')).toContain('“admin”')
  expect(await problem('Two Words')).toContain('lower-case')
  expect(await problem('sport')).toBeNull()
})
