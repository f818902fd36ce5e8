import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Body } from '@/lib/article/body'
import { bodySizeProblem, MOST_CHARACTERS, MOST_ELEMENTS } from '@/lib/article/body-size'
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
  expect(bodySizeProblem(paragraphs(MOST_ELEMENTS))).toBeNull()
  expect(bodySizeProblem(paragraphs(1, 'x'.repeat(MOST_CHARACTERS)))).toBeNull()
})

test('of two long texts that have nothing in common the difference is told at once', () => {
  const text = (seed: number) =>
    Array.from({ length: 40_000 }, (_, index) => ((index * seed) % 7919).toString(36)).join(' ')
  const [before, after] = [text(31), text(57)]
  const begun = performance.now()
  expect(wordDifference(before, after, 'en')).toEqual([
    { kind: 'removed', words: before },
    { kind: 'added', words: after },
  ])
  expect(performance.now() - begun).toBeLessThan(3000)
})

test('merging and comparing the longest story takes a moment', async () => {
  const manuscript = (words: string) => ({ ...emptyManuscript('en'), body: paragraphs(MOST_ELEMENTS, words) })
  const [base, mine, theirs] = ['The ferry leaves at six.', 'The ferry leaves at seven.', 'A ferry leaves at six.'].map(
    manuscript,
  )
  if (!base || !mine || !theirs) throw new Error('three versions are missing')
  const names = { sections: new Map(), topics: new Map(), authors: new Map(), stories: new Map(), pictures: new Map() }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  mergeManuscripts({ base, mine, theirs })
  await pause(1)
  revisionDifference({ before: base, after: mine }, names as never)
  await pause(1)
  delay.disable()
  expect(delay.max / 1e6).toBeLessThan(2000)
})
