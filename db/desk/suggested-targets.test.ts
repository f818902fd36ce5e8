import { beforeEach, expect, test } from 'vitest'
import { suggestedTargets } from '@/db/desk/suggested-targets'
import { writeArticle } from '@/db/editing/writing'
import { publish } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'

let db: MemoryStore
let bridge: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const body = [{ id: 'e1', type: 'paragraph' as const, text: [{ text: 'It is so.' }] }]
  const draft = { headline: 'Bridge closed until spring', body, sectionId: 1, kind: 'news' as const, language: 'en' }
  bridge = await writeArticle(db, { draft, by: withoutAccount('Nadia Reyes'), now: NOW })
  await publish(db, { id: bridge, by: withoutAccount('Nadia Reyes'), now: NOW })
})

async function suggested(path: string): Promise<string | null> {
  const editor = { id: 'ada', role: 'editor' as const }
  const [found] = await suggestedTargets(db, { paths: [path], editor, now: NOW })
  if (!found) return null
  return found.kind === 'story' ? found.story.headline : found.path
}

test('the story whose id is in the address is suggested', async () => {
  expect(await suggested(`/amp/city/anything-${bridge}.html`)).toBe('Bridge closed until spring')
})

test('the story with the words of the address is suggested, also when one word has changed', async () => {
  expect(await suggested('/2019/05/bridge-closed-until-spring')).toBe('Bridge closed until spring')
  expect(await suggested('/old/a-bridge-closed-in-spring.html')).toBe('Bridge closed until spring')
})

test('a list with a similar name is suggested', async () => {
  expect(await suggested('/worlds')).toBe('/world')
  expect(await suggested('/tag/harbor')).toBe('/topics/harbour')
  expect(await suggested('/writers/mara-quil')).toBe('/authors/mara-quill')
})

test('a story that is not public is never suggested', async () => {
  const draft = await aStory(db, { headline: 'Ferry', state: 'draft', publishedAt: null })
  expect(await suggested(`/x/y/z-${draft}`)).toBeNull()
  expect(await suggested('/zebra-crossing/of-the-moon')).toBeNull()
})
