import { beforeEach, describe, expect, test } from 'vitest'
import { frontPreview } from '@/db/desk/front-preview'
import { frontView } from '@/db/desk/front-view'
import { changeFront, frontDraft } from '@/db/front/drafts'
import { publishFront } from '@/db/front/editions'
import { raiseStrip } from '@/db/front/strips'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, BRIDGE, CITY, hoursAgo, NOW, WORLD } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { frontViewSchema } from '@/lib/desk/front/front-view'
import type { Zone } from '@/lib/front/arrangement-change'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = withoutAccount('Mara Quill')
const EDITOR: Editor = { id: 'mara', name: 'Mara Quill', email: 'mara@observer.example', role: 'editor' }

let db: MemoryStore
let ferry: number
let tram: number
let pictured: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ferry = await aStory(db, { headline: 'Ferry', publishedAt: hoursAgo(3) })
  pictured = await aStory(db, { headline: 'Bridge', publishedAt: hoursAgo(2), leadMediaId: BRIDGE })
  tram = await aStory(db, { headline: 'Tram', publishedAt: hoursAgo(1) })
})

const put = (story: number, zone: Zone, sectionId: number | null = null) =>
  changeFront(db, { sectionId, by: BY, now: NOW, change: { kind: 'place', story, zone, before: null } })

async function published(sectionId: number | null = null) {
  const { version } = await frontDraft(db, { sectionId, now: NOW })
  await publishFront(db, { sectionId, basedOn: version, along: [], at: null, by: BY, now: NOW })
}

async function viewOf(sectionId: number | null = null) {
  const view = await frontView(db, { sectionId, editor: EDITOR, now: NOW })
  if (!view) throw new Error('there is no such front')
  return frontViewSchema.parse(view)
}

test('a front without anything placed is filled by the site: the newest with a picture leads', async () => {
  const { fill, arrangement } = await viewOf()
  expect(arrangement.lead).toBeNull()
  expect([fill.lead, fill.seconds]).toEqual([pictured, [tram, ferry]])
})

test('what is placed in the draft is not filled in, and the desk knows every story that it names', async () => {
  await put(tram, 'lead')
  const { fill, stories } = await viewOf()
  expect([fill.lead, fill.seconds]).toEqual([null, [pictured, ferry]])
  expect(stories.map(({ id }) => id).toSorted()).toEqual([ferry, pictured, tram].toSorted())
})

test('a story tells on which other fronts readers find it', async () => {
  await put(tram, 'lead')
  await published()
  await put(tram, 'lead', CITY)
  await published(CITY)
  const elsewhere = async (sectionId: number | null) =>
    (await viewOf(sectionId)).stories.find(({ id }) => id === tram)?.elsewhere
  expect([await elsewhere(null), await elsewhere(CITY)]).toEqual([['City'], [null]])
})

test('breaking news is shown on the front page alone', async () => {
  const strip = { label: 'Breaking', text: 'Quay closed', articleId: null, link: null, endsAt: null }
  await raiseStrip(db, { strip, by: BY, now: NOW })
  expect((await viewOf()).strip).toMatchObject({ text: 'Quay closed', raisedBy: 'Mara Quill' })
  expect((await viewOf(CITY)).strip).toBeNull()
})

test('there is no front of a section that does not exist', async () => {
  expect(await frontView(db, { sectionId: 999, editor: EDITOR, now: NOW })).toBeNull()
  expect(await frontPreview(db, { sectionId: 999, now: NOW })).toBeNull()
})

describe('a preview shows the draft in place of what readers have', () => {
  test('of the front page', async () => {
    await put(ferry, 'lead')
    const preview = await frontPreview(db, { sectionId: null, now: NOW })
    expect(preview?.kind === 'front-page' && preview.edition.lead?.headline).toBe('Ferry')
  })

  test('of a section: placed stories first, each once, also one of another section', async () => {
    const world = await aStory(db, { headline: 'Summit', sectionId: WORLD })
    await put(ferry, 'lead', CITY)
    await put(world, 'seconds', CITY)
    const preview = await frontPreview(db, { sectionId: CITY, now: NOW })
    const headlines = preview?.kind === 'section' ? preview.teasers.map(({ headline }) => headline) : []
    expect(headlines).toEqual(['Ferry', 'Summit', 'Tram', 'Bridge'])
  })
})
