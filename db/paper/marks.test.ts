import { beforeEach, expect, test } from 'vitest'
import { changeMarks, siteSettings } from '@/db/paper/site'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, NOW } from '@/db/testing/fixtures'
import { webManifest } from '@/lib/crawlers/web-manifest'
import { organizationJsonLd } from '@/lib/json-ld/organization'
import { tags } from '@/lib/pages/tags'

const ICON = { stem: '0123456789abcdef', maskableStem: 'fedcba9876543210' }
const LOGO = { stem: 'aaaabbbbccccdddd', widthPx: 600, heightPx: 200 }

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const paper = async () => (await siteSettings(db)).value
const organisation = async () => organizationJsonLd({ siteUrl: 'https://observer.example', settings: await paper() })

test('the icon and the logo of the paper are where devices and search engines look, on every page at once', async () => {
  await changeMarks(db, { marks: { icon: ICON }, now: NOW })
  expect(webManifest(await paper()).icons.map(({ src }) => src)).toEqual([
    '/media/0123456789abcdef-192.png',
    '/media/0123456789abcdef-512.png',
    '/media/fedcba9876543210-512.png',
  ])
  expect(await organisation()).toMatchObject({
    logo: { url: 'https://observer.example/media/0123456789abcdef-512.png' },
  })
  await changeMarks(db, { marks: { logo: LOGO }, now: NOW })
  expect(await organisation()).toMatchObject({
    logo: { url: 'https://observer.example/media/aaaabbbbccccdddd-600.png' },
  })
  expect((await staleSince(db, 0)).tags).toEqual([tags.site])
})

test('without them the drawing that comes with the site stands for both', async () => {
  await changeMarks(db, { marks: { icon: ICON, logo: LOGO }, now: NOW })
  expect(await changeMarks(db, { marks: { icon: null, logo: null }, now: NOW })).toEqual({ icon: null, logo: null })
  expect(webManifest(await paper()).icons[0]?.src).toBe('/icon-192.png')
  expect(await organisation()).toMatchObject({ logo: { url: 'https://observer.example/icon-512.png' } })
})
