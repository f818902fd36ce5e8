import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { crawledPage } from '@/lib/crawler-check/crawled-page'
import { DOCUMENT_RULES } from '@/lib/crawler-check/document-rules'
import { ruleSources } from '@/lib/crawler-check/rule-sources'
import { findingsInTurns, findingsOn, RULES } from '@/lib/crawler-check/rules'
import { findingsOfBreak, without } from '@/lib/testing/rule-tests'
import {
  VALID_ARTICLE,
  VALID_AUTHOR,
  VALID_FRONT,
  VALID_LIST,
  VALID_NOTICE,
  validContext,
} from '@/lib/testing/valid-pages'

const FOLDER = 'lib/crawler-check'

it.each([
  ['the article', VALID_ARTICLE],
  ['the front page', VALID_FRONT],
  ['the list', VALID_LIST],
  ['the author', VALID_AUTHOR],
  ['the notice', VALID_NOTICE],
] as const)('a valid page has no finding: %s', (_name, of) => {
  expect(findingsOfBreak({ of })).toEqual([])
})

it('every rule names a listed source', () => {
  for (const rule of [...RULES, ...DOCUMENT_RULES]) expect(ruleSources(rule)).not.toEqual([])
})

it('every id belongs to one rule', () => {
  const ids = [...RULES, ...DOCUMENT_RULES].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('every list of rules has tests beside it', () => {
  const lists = readdirSync(FOLDER).filter((name) => name.endsWith('-rules.ts'))
  expect(lists).toContain('head-rules.ts')
  expect(lists.filter((name) => !existsSync(`${FOLDER}/${name.replace('.ts', '.test.ts')}`))).toEqual([])
})

it('errors come before advice', () => {
  const severities = findingsOfBreak({ ...without(/<title>.*<\/title>/), context: { responseMs: 5000 } }).map(
    ({ severity }) => severity,
  )
  expect(severities).toEqual([...severities].sort().reverse())
})

it('a check in turns finds the same, and lets requests have their turn after every rule', async () => {
  const page = crawledPage({ ...VALID_ARTICLE, html: VALID_ARTICLE.html.replace(/<h1>.*<\/h1>/, '') })
  let turns = 0
  const inTurns = await findingsInTurns(page, validContext(), async () => {
    turns += 1
  })
  expect(inTurns).toEqual(findingsOn(page, validContext()))
  expect(inTurns).not.toEqual([])
  expect(turns).toBe(RULES.length)
})
