import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** A row of a table in docs/contracts.md begins with the id of its contract. */
const ROW = /^\| ([a-z][a-z0-9-]*) \|/gm

/** The ids at the end of a test's title, such as ` [article-address] [anchors]`, before the test's function. */
const TITLE_END = /((?: \[[a-z][a-z0-9-]*\])+)(?:'|"|`),\s*(?:async\b|\()/g

const listed = [...readFileSync('docs/contracts.md', 'utf8').matchAll(ROW)].map(([, id = '']) => id)

const testFiles = ['app', 'components', 'db', 'docs', 'e2e', 'lib', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
)

const named = testFiles.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(TITLE_END)].flatMap(([, ids = '']) =>
    [...ids.matchAll(/\[([^\]]+)\]/g)].map(([, id = '']) => ({ file, id })),
  ),
)

it('every contract is named by a test', () => {
  const ids = new Set(named.map(({ id }) => id))
  expect(listed.filter((id) => !ids.has(id))).toEqual([])
})

it('every contract that a test names is listed', () => {
  expect(named.filter(({ id }) => !listed.includes(id))).toEqual([])
})

it('no two contracts have the same id', () => {
  expect(listed.length).toBeGreaterThan(50)
  expect(listed.filter((id, at) => listed.indexOf(id) !== at)).toEqual([])
})
