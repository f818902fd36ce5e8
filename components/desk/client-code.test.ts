import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Next wants its boundary for errors to be client code. */
const BOUNDARY = 'app/admin/error.tsx'

const RELOADING = 'components/desk/focus/reload-page.ts'

test('a page of the desk is loaded anew in one place, which gives it the focus', () => {
  const found = ['app/admin', 'components/desk'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
      .filter((path) => /\blocation\s*\.\s*reload\b/.test(readFileSync(path, 'utf8'))),
  )
  expect(found).toEqual([RELOADING])
})

test('a field names how much it takes, as its endpoint does, and writes no number of its own', () => {
  const found = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.tsx') && /\bmaxLength=(?:\{\d|")/.test(readFileSync(join('components', path), 'utf8')),
  )
  expect(found).toEqual([])
})

test('client code stands in components/desk only, but for the boundary that catches what breaks', () => {
  const found = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.tsx?$/.test(path) && /^['"]use client['"]/m.test(readFileSync(path, 'utf8'))),
  )
  expect(found).not.toEqual([])
  expect(found.filter((path) => !path.startsWith('components/desk/'))).toEqual([BOUNDARY])
})
