import { dirname, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { IMPORT_TABLE, TESTING_FOLDERS } from '@/lib/testing/import-table'
import { importsIn, sourceTexts } from '@/lib/testing/source-imports'

const FOLDERS = [...Object.keys(IMPORT_TABLE), ...Object.keys(TESTING_FOLDERS)]

const texts = sourceTexts()
const graph = new Map([...texts].map(([file, text]) => [file, importsOf(file, text)]))

it('all source files and their imports are read', () => {
  expect(texts.size).toBeGreaterThan(500)
  expect(graph.get('db/reading/articles.ts')?.files).toContain('db/reading/visibility.ts')
})

it('no file breaks the import table', () => {
  const broken = [...graph].flatMap(([file, { files, packages }]) => violations(file, files, packages))
  expect(broken).toEqual([])
})

describe('by the import table', () => {
  it.each([
    ['lib/article/body.ts', ['db/store/open.ts'], []],
    ['lib/article/body.ts', [], ['node:fs']],
    ['db/store/open.ts', ['db/reading/articles.ts'], []],
    ['db/reading/articles.ts', ['db/publishing/publishing.ts'], []],
    ['db/publishing/publishing.ts', ['db/testing/fixtures.ts'], []],
    ['db/desk/archive-search.ts', ['db/distribution/feeds.ts'], []],
    ['components/article/article.tsx', ['components/desk/button.tsx'], []],
    ['components/article/article.tsx', [], ['next/link']],
    ['app/(site)/robots.txt/route.ts', ['components/desk/button.tsx'], []],
    ['app/admin/page.tsx', [], ['@tiptap/core']],
    ['server/main.ts', ['app/reads.ts'], []],
    ['server/main.ts', ['lib/testing/import-table.ts'], []],
  ])('%s may not import %s%s', (file, files, packages) => {
    expect(violations(file, files, packages)).toHaveLength(1)
  })

  it('a test may import what its folder may, and testing folders', () => {
    expect(violations('db/reading/articles.test.ts', ['db/testing/fixtures.ts'], [])).toEqual([])
    expect(violations('lib/article/body.test.ts', ['db/store/open.ts'], [])).toHaveLength(1)
  })
})

/** The imports of `file` that the table forbids, one sentence each. */
function violations(file: string, files: readonly string[], packages: readonly string[]): string[] {
  const folder = folderOf(file)
  const testing = TESTING_FOLDERS[folder]
  const isTest = /\.test\.tsx?$/.test(file) || folder === 'e2e' || testing !== undefined
  const { imports, withoutPackages } = IMPORT_TABLE[folder] ?? { imports: testing ?? [], withoutPackages: [] }
  // A test may also use modules of Node and React DOM.
  const forbidden = isTest
    ? withoutPackages.filter((name) => name !== 'node:' && name !== 'react-dom')
    : withoutPackages
  return [
    ...files.filter((imported) => {
      const other = folderOf(imported)
      if (other === folder || imports.includes(other)) return false
      // A test of one folder of the store may use the other folders to prepare its data.
      return !(isTest && (other in TESTING_FOLDERS || (folder.startsWith('db/') && other.startsWith('db/'))))
    }),
    ...packages.filter((name) => forbidden.some((without) => name === without || name.startsWith(slashed(without)))),
  ].map((imported) => `${file} imports ${imported}`)
}

function folderOf(file: string): string {
  const holding = FOLDERS.filter((folder) => file.startsWith(`${folder}/`)).sort(
    (one, other) => other.length - one.length,
  )
  return holding[0] ?? file.slice(0, file.indexOf('/'))
}

function slashed(name: string): string {
  return name.endsWith(':') ? name : `${name}/`
}

interface Imports {
  files: string[]
  packages: string[]
}

function importsOf(file: string, text: string): Imports {
  const found: Imports = { files: [], packages: [] }
  for (const { name } of importsIn(text)) {
    if (name.endsWith('.css')) continue
    const path = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? posix.join(dirname(file), name) : null
    if (path === null) found.packages.push(name)
    else found.files.push(sourceAt(path))
  }
  return found
}

function sourceAt(path: string): string {
  return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => texts.has(candidate)) ?? path
}
