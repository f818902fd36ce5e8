import { beforeEach, expect, test, vi } from 'vitest'
import { storedArticle } from '@/db/editing/stored-article'
import { publish } from '@/db/publishing/publishing'
import { articlePage } from '@/db/reading/articles'
import { latestTeasers } from '@/db/reading/teasers'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, MARA, NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'
import { add, article } from '@/server/commands/article'
import { inputText } from '@/server/commands/command-problem'

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

test.each([
  [['publish', '4711'], 1, 'There is no story 4711.'],
  [['rename', '4711', 'The last ferry'], 1, 'There is no story 4711.'],
  [['correct', '4711', 'The ferry left at six.'], 1, 'There is no story 4711.'],
  [['withdraw', '4711', 'Retracted.'], 1, 'There is no story 4711.'],
  [['publish', '99999999999999999999'], 2, 'article publish ID'],
  [['publish', '1e3'], 2, 'article publish ID'],
  [['publish', '-1'], 2, 'article publish ID'],
  [['publish'], 2, 'article publish ID'],
  [['publish', '1', 'now'], 2, 'article publish ID'],
  [['withdraw', '1'], 2, 'article withdraw ID REASON'],
  [['toString', '1'], 2, 'article publish ID'],
  [['add'], 2, 'article add FILE'],
  [[], 2, 'article add FILE'],
])('article %j says what is wrong, with exit status %d', async (args, status, words) => {
  expect(await article({ db, args })).toBe(status)
  expect(printed.join('\n')).toContain(words)
})

test.each([
  ['/nowhere/ferry.txt', 'There is no file /nowhere/ferry.txt.'],
  ['.', 'This is a folder, not a file: ..'],
  ['package.json/ferry.txt', 'There is no file package.json/ferry.txt.'],
])('a text that cannot be read is told in words: %s', async (file, words) => {
  expect(() => inputText(file)).toThrow(words)
  await expect(article({ db, args: ['add', file] })).rejects.toThrow(words)
})

test('a text file is cleaned, what was taken out is printed, and a byline finds its author however it is spelled', async () => {
  const text =
    '\ufeffHeadline: Bundes\u00adtags\u00adwahl\r\nSection: world\r\nBy: MARA\u00a0Quill\r\n\r\nThe o\ufb03ce\u0000 is open.'
  expect(await addText(text)).toBe(0)
  expect(printed.join('\n')).toContain(
    'Taken out, because readers do not see them: 2 soft hyphens, 1 invisible character and 1 control character. Written in letters: 1 ligature.',
  )
  const id = Number(/Draft (\d+)/.exec(printed.join())?.[1])
  expect((await storedArticle(db, id, NOW)).manuscript).toMatchObject({
    headline: 'Bundestagswahl',
    slug: 'bundestagswahl',
    bylines: [{ authorId: MARA, name: null }],
    body: [{ text: [{ text: 'The office is open.' }] }],
  })
})
