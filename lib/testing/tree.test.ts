import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceTexts } from '@/lib/testing/source-imports'

/** The largest number of source files in one folder, so that its list is readable. */
const MAX_FILES = 25
/** Folders that may hold more, with the reason. */
const LARGE_FOLDERS: Readonly<Record<string, string>> = {
  'db/demo-edition': 'each part of the demo edition is a file of prose',
}
/** Names that do not say what a file or folder contains. */
const EMPTY_NAMES = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types', 'services', 'hooks'])

const files = [...sourceTexts().keys()]

it('no folder has more than 25 source files', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(crowdedFolders(files)).toEqual([])
})

it('no file or folder has an empty name, and no file is a barrel', () => {
  expect(files.flatMap(namingProblems)).toEqual([])
})

it('a comment names only files that exist', () => {
  expect([...sourceTexts()].flatMap(([file, text]) => missingFiles(file, text))).toEqual([])
})

describe('the rules report', () => {
  it('a folder with 26 source files, tests not counted', () => {
    const many = Array.from({ length: MAX_FILES + 1 }, (_, index) => `lib/paper/file-${index}.ts`)
    const tests = many.map((file) => file.replace('.ts', '.test.ts'))
    expect(crowdedFolders([...many, ...tests])).toEqual([`lib/paper has ${MAX_FILES + 1} source files`])
    expect(crowdedFolders([...many.slice(1), ...tests])).toEqual([])
  })

  it('a comment about a file that is gone', () => {
    expect(missingFiles('lib/search/words.ts', '// See lib/search/gone.ts and lib/search/words.ts.')).toEqual([
      'lib/search/words.ts names lib/search/gone.ts',
    ])
  })

  it.each(['lib/utils.ts', 'lib/paper/helpers.test.ts', 'components/hooks/use-theme.ts', 'lib/paper/index.ts'])(
    '%s',
    (file) => {
      expect(namingProblems(file)).toHaveLength(1)
    },
  )
})

/** The files of the project that `text` names and that do not exist. Tests may invent files. */
function missingFiles(file: string, text: string): string[] {
  if (/\.test\.tsx?$/.test(file) || file.startsWith('lib/testing/')) return []
  return [...text.matchAll(/(?<![\w./-])(?:app|components|db|e2e|lib|server)\/[\w./()[\]-]*?\.(?:tsx?|mjs)\b/g)]
    .filter(([named]) => !files.includes(named) && !existsSync(named))
    .map(([named]) => `${file} names ${named}`)
}

function crowdedFolders(all: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const file of all) {
    if (!/\.tsx?$/.test(file) || /\.(?:test|spec)\.tsx?$|\.d\.ts$/.test(file)) continue
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  }
  return [...counts]
    .filter(([folder, count]) => count > MAX_FILES && !(folder in LARGE_FOLDERS))
    .map(([folder, count]) => `${folder} has ${count} source files`)
}

function namingProblems(file: string): string[] {
  const names = [...dirname(file).split('/'), basename(file).replace(/\..*$/, '')]
  return [
    ...names.filter((name) => EMPTY_NAMES.has(name)).map((name) => `${file}: “${name}” is an empty name`),
    ...(basename(file).startsWith('index.') ? [`${file} is a barrel`] : []),
  ]
}
