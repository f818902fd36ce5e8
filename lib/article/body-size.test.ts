import { expect, test } from 'vitest'
import type { Body } from '@/lib/article/body'
import { bodySizeProblem, MAX_CHARACTERS, MAX_ELEMENTS } from '@/lib/article/body-size'
import { emptyManuscript } from '@/lib/article/manuscript'
import { manuscriptSaveSchema } from '@/lib/desk/articles/manuscript-save'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { revisionDifference } from '@/lib/revisions/revision-diff'
import { wordDifference } from '@/lib/revisions/word-difference'

const paragraphs = (count: number, words = 'The ferry leaves at six.'): Body =>
  Array.from({ length: count }, (_, index) => ({ type: 'paragraph', id: `e${index + 1}`, text: [{ text: words }] }))

test('a story of twenty thousand paragraphs is refused with what to do', () => {
  expect(bodySizeProblem(paragraphs(20_000))).toBe(
    'This story has 20,000 paragraphs and blocks; at most 1,500 fit in one. Divide it into several stories that link to each other.',
  )
  const save = {
    key: crypto.randomUUID(),
    basedOn: 1,
    manuscript: { ...emptyManuscript('en'), body: paragraphs(20_000) },
  }
  const parsed = manuscriptSaveSchema.safeParse(save)
  expect(parsed.error?.issues).toMatchObject([
    { path: ['manuscript', 'body'], message: bodySizeProblem(save.manuscript.body) },
  ])
})

test('one paragraph as long as a library is refused, too', () => {
  expect(bodySizeProblem(paragraphs(1, 'word '.repeat(100_000)))).toContain('500,000 characters; at most 400,000')
})

test('the longest story is saved', () => {
  expect(bodySizeProblem(paragraphs(MAX_ELEMENTS))).toBeNull()
  expect(bodySizeProblem(paragraphs(1, 'x'.repeat(MAX_CHARACTERS)))).toBeNull()
})

test('of two long texts that have nothing in common the difference is told at once', () => {
  const text = (seed: number) =>
    Array.from({ length: 40_000 }, (_, index) => ((index * seed) % 7919).toString(36)).join(' ')
  const [before, after] = [text(31), text(57)]
  const begun = process.cpuUsage()
  expect(wordDifference(before, after, 'en')).toEqual([
    { kind: 'removed', words: before },
    { kind: 'added', words: after },
  ])
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3000)
})

/** Prose of about `characters` from a few words; `step` decides their order. */
function prose(characters: number, step: number): string {
  const words =
    'the ferry leaves quay harbour council mayor tram budget vote night storm bridge market school at'.split(' ')
  const count = Math.ceil(characters / 6)
  return Array.from({ length: count }, (_, place) => words[(place * step + (place >> 4)) % words.length])
    .join(' ')
    .slice(0, characters)
}

const NAMES = { sections: new Map(), topics: new Map(), authors: new Map(), stories: new Map(), pictures: new Map() }

test.each<[string, string, Body, Body]>([
  ['each paragraph changed', 'en', paragraphs(20, prose(2000, 3)), paragraphs(20, prose(2000, 5))],
  ['long paragraphs changed', 'en', paragraphs(5, prose(19_900, 3)), paragraphs(5, prose(19_900, 5))],
  [
    'other paragraphs altogether',
    'en',
    paragraphs(MAX_ELEMENTS),
    paragraphs(MAX_ELEMENTS).map((element) => ({ ...element, id: `new-${element.id}` })),
  ],
  [
    'each paragraph changed, in a script without spaces',
    'zh',
    paragraphs(40, '末班渡轮六点开市长会议'.repeat(24)),
    paragraphs(40, '末班渡轮七点开市长预算'.repeat(24)),
  ],
])('no step of comparing the longest story holds anybody up: %s', async (_name, language, before, after) => {
  const manuscript = (body: Body) => ({ ...emptyManuscript(language), body })
  let [longest, since] = [0, process.cpuUsage()]
  const yieldToRequests = async () => {
    const { user } = process.cpuUsage(since)
    longest = Math.max(longest, user / 1000)
    since = process.cpuUsage()
  }
  await revisionDifference({ before: manuscript(before), after: manuscript(after) }, { names: NAMES, yieldToRequests })
  // A step takes some 10 ms; a machine that is busy with other things makes it several times that.
  expect(longest).toBeLessThan(200)
})

test('merging two versions of the longest story with nothing in common takes a moment', () => {
  const manuscript = (prefix: string) => ({
    ...emptyManuscript('en'),
    body: paragraphs(MAX_ELEMENTS).map((element) => ({ ...element, id: `${prefix}${element.id}` })),
  })
  const begun = process.cpuUsage()
  const [base, mine, theirs] = [manuscript('a'), manuscript('b'), manuscript('c')]
  expect(mergeManuscripts({ base, mine, theirs }).merged.body).toHaveLength(2 * MAX_ELEMENTS)
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(300)
})
