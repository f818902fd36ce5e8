import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCorpus } from '@/server/evaluate/corpus-file'
import { evaluateCorpus } from '@/server/evaluate/evaluate-corpus'
import { qualityOf } from '@/server/evaluate/metrics'
import { groupQuality } from '@/server/evaluate/timeline-quality'

function corpusFile(lines: readonly string[]): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  const file = join(folder, 'corpus.jsonl')
  writeFileSync(file, lines.join('\n'))
  return { file, remove: () => rmSync(folder, { recursive: true }) }
}

it('the best list reaches 1, and a right answer in third place counts for less', () => {
  expect(qualityOf([4, 5], new Set([4, 5]))).toMatchObject({ hit1: 1, hit5: 1, mrr: 1, ndcg5: 1, ndcg10: 1 })
  expect(qualityOf([1, 2, 4], new Set([4]))).toMatchObject({ hit1: 0, hit5: 1, p5: 0.2, mrr: 1 / 3, ndcg5: 0.5 })
})

it('timelines are as good as the pairs of stories that they put together', () => {
  const events = [[1, 2], [0, 2], [0, 1], [4], [3]].map((related) => new Set(related))
  expect(groupQuality([[0, 1, 2]], events)).toEqual({ groups: 1, pure: 1, precision: 1, recall: 0.75 })
  expect(groupQuality([[0, 1, 3]], events)).toEqual({ groups: 1, pure: 0, precision: 1 / 3, recall: 0.25 })
  expect(groupQuality([], events)).toBeNull()
})

it('lines of a corpus that cannot be used are left out and told with their number', () => {
  const told: string[] = []
  const { file, remove } = corpusFile([
    '{"id":1,"headline":"Ferry sails again","related":["2",1,"no such"]}',
    'not JSON',
    '{"id":"2","headline":"Harbour reopens","date":"1987-02-31T99"}',
    '{"id":"2","headline":"Harbour reopens again"}',
    '{"headline":"No id"}',
  ])
  const documents = readCorpus(file, (line) => told.push(line))
  remove()
  expect(documents.map(({ id, related }) => [id, related])).toEqual([
    ['1', [1]],
    ['2', []],
  ])
  for (const number of [2, 4, 5]) expect(told.join('\n')).toContain(`line ${number}:`)
})

it('a corpus of headlines alone, in other scripts and without dates, is evaluated', async () => {
  const headlines = [
    '北京港口重新开放',
    '北京港口今天开放',
    'ميناء بيروت يفتح من جديد',
    'إعادة فتح ميناء بيروت',
    'मुंबई बंदरगाह फिर खुला',
    'बंदरगाह मुंबई में खुला',
  ]
  const { file, remove } = corpusFile(
    headlines.map((headline, id) => JSON.stringify({ id, headline, related: [id % 2 ? id - 1 : id + 1] })),
  )
  const { engine, queries } = await evaluateCorpus(file, () => {})
  remove()
  expect(queries).toBe(6)
  expect(engine.hit1).toBe(1)
})
