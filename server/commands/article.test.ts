import { beforeEach, expect, test, vi } from 'vitest'
import { publish } from '@/db/publishing/publishing'
import { articlePage } from '@/db/reading/articles'
import { latestTeasers } from '@/db/reading/teasers'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'
import { add } from '@/server/commands/article'

let db: MemoryStore
const printed: string[] = []
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  printed.length = 0
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((line) => printed.push(String(line)))
})

const addText = (text: string) => add(db, { text, by: withoutAccount('night desk'), now: NOW })

test('a text file becomes a draft, which is not public until it is published', async () => {
  expect(await addText('Headline: The last ferry\nSection: world\nBy: Wanda Pirrie\n\nIt leaves at six.')).toBe(0)
  const id = Number(/Draft (\d+)/.exec(printed.join())?.[1])
  expect((await articlePage(db, { id, now: NOW })).value).toBeNull()
  await publish(db, { id, by: withoutAccount('night desk'), now: NOW })
  const { value: answer } = await latestTeasers(db, { now: NOW, limit: 1 })
  expect(answer[0]).toMatchObject({ headline: 'The last ferry', bylines: [{ name: 'Wanda Pirrie' }] })
})

test.each([
  ['Headline: A\nSection: nowhere\n\nWords.', 'There is no section “nowhere”'],
  ['Headline: A\nSection: world\nTopics: rumours\n\nWords.', 'There is no topic “rumours”'],
  ['Section: world\n\nWords.', 'no line “Headline'],
])('%j is refused with the reason, and nothing is added', async (text, reason) => {
  expect(await addText(text)).toBe(1)
  expect(printed.join('\n')).toContain(reason)
  const { value: answer } = await latestTeasers(db, { now: NOW, limit: 1 })
  expect(answer).toEqual([])
})
