import { beforeEach, describe, expect, test } from 'vitest'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { searchArchive } from '@/db/desk/archive-search'
import { storyAt, storyTargets } from '@/db/desk/story-lookup'
import { previewedArticle, sharePreview } from '@/db/editing/preview-links'
import { indexArticle, type SearchText } from '@/db/search/index-article'
import { users } from '@/db/store/account-schema'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  hoursAgo,
  hoursAhead,
  NOT_PUBLIC,
  NOW,
  PUBLIC,
  type StoryFixture,
  WORLD,
} from '@/db/testing/fixtures'
import { recordedQueries } from '@/db/testing/recorded-queries'

const SITE = 'https://observer.example'
const EDITOR = { id: 'ed', role: 'editor' as const }
const CONTRIBUTOR = { id: 'iris', role: 'contributor' as const }

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const account = { email: 'iris@observer.example', name: 'Iris Vale', role: 'contributor' as const }
  await db.insert(users).values({ id: 'iris', emailVerified: true, createdAt: NOW, updatedAt: NOW, ...account })
})

async function filed(
  headline: string,
  { words, ...story }: Partial<StoryFixture> & { words?: Partial<SearchText> } = {},
) {
  const id = await aStory(db, { headline, ...story })
  const text = { headline, standfirst: '', body: '', names: '', ...words, id }
  await inTransaction(db, (tx) => indexArticle(tx, text))
  return id
}

interface Options {
  not?: number
  editor?: typeof EDITOR | typeof CONTRIBUTOR
  limit?: number
}

async function found(query: string, { not, editor = EDITOR, limit = 10 }: Options = {}) {
  const stories = await searchArchive(db, { query, not: not ?? null, editor, siteUrl: SITE, now: NOW, limit })
  return stories.map(({ id }) => id)
}

async function at(url: string, editor: typeof EDITOR | typeof CONTRIBUTOR = EDITOR) {
  return (await storyAt(db, { url, siteUrl: SITE, editor, now: NOW }))?.id ?? null
}

describe('the archive', () => {
  test('is searched while a word is being typed', async () => {
    const id = await filed('Harbour dredger returns')
    for (const query of ['h', 'har', 'harbour dred', 'DREDGER har', 'harbour dredger returns ']) {
      expect(await found(query), query).toEqual([id])
    }
    expect(await found('dred harbour')).toEqual([])
    expect(await found('…')).toEqual([])
  })

  test('puts words in the headline before words in the standfirst, and these before words elsewhere', async () => {
    const named = await filed('Four', { words: { names: 'Ferry topics' } })
    const written = await filed('Three', { words: { body: 'A ferry is late.' } })
    const summed = await filed('Two', { words: { standfirst: 'The ferry again' }, publishedAt: hoursAgo(9) })
    const headed = await filed('Ferry', { publishedAt: hoursAgo(99) })
    expect(await found('ferry')).toEqual([headed, summed, written, named])
  })

  test('puts public stories first, then the newest', async () => {
    const draft = await filed('Ferry plan', { state: 'draft', publishedAt: null, savedAt: NOW })
    const older = await filed('Ferry sails', { publishedAt: hoursAgo(9) })
    const coming = await filed('Ferry fares', { state: 'scheduled', publishedAt: hoursAhead(1), savedAt: hoursAgo(2) })
    const newer = await filed('Ferry docks', { publishedAt: hoursAgo(2) })
    expect(await found('ferry')).toEqual([newer, older, draft, coming])
    expect(await found('ferry', { limit: 1 })).toEqual([newer])
    expect(await found('', { limit: 2 })).toEqual([newer, older])
  })

  test.each([...NOT_PUBLIC, ...PUBLIC])('finds %s for an editor', async (_name, story) => {
    const id = await filed('Night tram', story)
    expect(await found('night tram')).toEqual([id])
    expect(await found('')).toEqual([id])
  })

  test.each(NOT_PUBLIC)('finds %s for the contributor who owns it, and for no other', async (_name, story) => {
    const own = await filed('Night tram', { ...story, ownerId: 'iris' })
    await filed('Night tram of others', story)
    for (const query of ['night', '', `${own}`])
      expect(await found(query, { editor: CONTRIBUTOR }), query).toEqual([own])
  })

  test.each(PUBLIC)('finds %s for a contributor', async (_name, story) => {
    const id = await filed('Night tram', story)
    expect(await found('night', { editor: CONTRIBUTOR })).toEqual([id])
  })

  test('never finds a deleted story, nor the story being written', async () => {
    await filed('Ferry', { state: 'draft', publishedAt: null, deletedAt: hoursAgo(1) })
    const self = await filed('Ferry fares')
    for (const query of ['ferry', '', `${self}`, `/city/ferry-fares-${self}`]) {
      expect(await found(query, { not: self }), query).toEqual([])
    }
  })

  test('of words that few stories have, reads these stories, and passes no other', async () => {
    await filed('Ferry sails')
    await filed('Ferry plan', { state: 'draft', publishedAt: null })
    const steps = (await recordedQueries(db, () => found('ferry'))).flatMap(({ plan }) => plan)
    expect(steps.length).toBeGreaterThan(10)
    expect(steps.filter((step) => /SCAN articles/.test(step))).toEqual([])
  })

  test('of words that very many have, finds the newest public ones, and those that are not public after them', async () => {
    const many = 501
    const draft = await filed('Ferry plan', { state: 'draft', publishedAt: null, savedAt: NOW })
    const ids: number[] = []
    for (let at = 0; at < many; at += 1) ids.push(await filed('Ferry sails', { publishedAt: hoursAgo(many - at) }))
    const newest = ids.slice().reverse()
    expect(await found('ferry', { limit: 3 })).toEqual(newest.slice(0, 3))
    expect(await found('ferry', { limit: many + 9 })).toEqual([...newest, draft])
    const recorded = await recordedQueries(db, () => found('ferry', { limit: 3 }))
    expect(
      recorded.flatMap(({ plan }) => plan).filter((step) => /USING INDEX articles_by_publication/.test(step)),
    ).toHaveLength(1)
  })

  test('finds a story by its id, and after it the stories that contain the number', async () => {
    const first = await filed('Ferry fares')
    const numbered = await filed(`Line ${first} returns`)
    expect(await found(`${first}`)).toEqual([first, numbered])
    expect(await found(`#${first}`)).toEqual([first, numbered])
    expect(await found('4711')).toEqual([])
  })

  test('finds only the story whose address is entered', async () => {
    const id = await filed('Ferry fares')
    await filed('Another about ferry fares')
    expect(await found(` ${SITE}/city/ferry-fares-${id} `)).toEqual([id])
    expect(await found('https://elsewhere.example/city/ferry-fares-1')).toEqual([])
  })
})

describe('linked stories', () => {
  test('are in the order of the ids, with their present state', async () => {
    const draft = await filed('Ferry plan', { state: 'draft', publishedAt: null, sectionId: null })
    const due = await filed('Ferry fares', {
      state: 'scheduled',
      publishedAt: NOW,
      standfirst: 'Dearer',
      sectionId: WORLD,
    })
    const stories = await storyTargets(db, { ids: [due, 4711, draft, due], editor: EDITOR, now: NOW })
    expect(stories).toEqual([
      {
        id: due,
        headline: 'Ferry fares',
        standfirst: 'Dearer',
        section: 'World',
        state: 'published',
        publishedAt: NOW.getTime(),
        language: 'en',
        translationOfId: null,
        isDeleted: false,
        path: `/world/ferry-fares-${due}`,
      },
      expect.objectContaining({ id: draft, section: null, state: 'draft', publishedAt: null, path: null }),
    ])
    expect(await storyTargets(db, { ids: [draft], editor: CONTRIBUTOR, now: NOW })).toEqual([])
  })

  test('that were deleted are told from those that are gone and from drafts, where that is asked for', async () => {
    const deleted = await filed('Ferry plan', { state: 'draft', publishedAt: null, deletedAt: NOW })
    const draft = await filed('Ferry draft', { state: 'draft', publishedAt: null })
    const asked = { ids: [deleted, draft, 4711], editor: EDITOR, now: NOW }
    expect(await storyTargets(db, asked)).toMatchObject([{ id: draft, isDeleted: false }])
    expect(await storyTargets(db, { ...asked, withDeleted: true })).toMatchObject([
      { id: deleted, isDeleted: true },
      { id: draft, isDeleted: false },
    ])
  })
})

describe('an address', () => {
  test('leads to its story in any spelling', async () => {
    const id = await filed('Fähre über den Fluss')
    const path = `/city/f%C3%A4hre-%C3%BCber-den-fluss-${id}`
    const spellings = [
      path,
      `${SITE}${path}?from=mail#top`,
      `http://observer.example${path}/`,
      `/CITY/FÄHRE-${id}`,
      `${SITE}${path}).`,
      `${path}.md`,
    ]
    for (const url of [...spellings, `/admin/articles/${id}/revisions`, `/preview/article/${id}`]) {
      expect(await at(url), url).toBe(id)
    }
    const others = [
      '/',
      '/city',
      `/topics/harbour-${id}`,
      `/city/wrong-words-${id}`,
      `/tag/f%C3%A4hre-${id}`,
      `/city/sub/words-${id}`,
      '/city/%E0%A4-1',
      'https://',
      '/city/gone-4711',
    ]
    for (const url of [...others, `https://elsewhere.example${path}`]) expect(await at(url), url).toBeNull()
  })

  test('that redirects to a story leads to it', async () => {
    const id = await filed('Ferry fares')
    await addRedirect(db, {
      siteUrl: 'https://observer.example',
      from: '/archive/1987/ferry.html',
      target: { articleId: id },
      now: NOW,
    })
    await addRedirect(db, {
      siteUrl: 'https://observer.example',
      from: '/ferry.php',
      target: { toPath: `/city/ferry-fares-${id}` },
      now: NOW,
    })
    expect(await at('/archive/1987/ferry.html')).toBe(id)
    expect(await at('/ferry.php')).toBe(id)
  })

  test('of a preview leads to its story as long as the link is valid', async () => {
    const id = await filed('Ferry plan', { state: 'draft', publishedAt: null })
    const { secret } = await sharePreview(db, { articleId: id, hours: 24, by: 'Mara Quill', now: hoursAgo(23) })
    expect(await previewedArticle(db, { secret, now: NOW })).toBe(id)
    expect(await at(`${SITE}/preview/${secret}`)).toBe(id)
    const { secret: ended } = await sharePreview(db, { articleId: id, hours: 24, by: 'Mara Quill', now: hoursAgo(24) })
    expect(await at(`${SITE}/preview/${ended}`)).toBeNull()
    expect(await at(`/admin/articles/${id}`, CONTRIBUTOR)).toBeNull()
  })
})
