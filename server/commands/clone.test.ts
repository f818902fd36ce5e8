import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const FOLDERS = ['app', 'components', 'db', 'e2e', 'lib', 'server']
const THIS_FILE = 'server/commands/clone.test.ts'

/** Every module that only tests use, and its text. */
function testModules(): { path: string; text: string }[] {
  return FOLDERS.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.test\.tsx?$/.test(path) || /(?:^|\/)testing\//.test(path) || path.startsWith('e2e/'))
    .filter((path) => path !== THIS_FILE)
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The lines, as "file: line", of every test module that match. */
function linesWith(pattern: RegExp): string[] {
  return testModules().flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
}

it('no test reads a file outside the clone', () => {
  expect(linesWith(/\.\.\/shared|(?:readFile|existsSync|readdir|setInputFiles|setFiles)\w*\(\s*['"`]\.\.\//)).toEqual(
    [],
  )
})

it('no test is skipped, except the HTML checker without a Java runtime', () => {
  expect(linesWith(/\.(?:skip|skipIf|runIf|fixme|only|todo)\b\s*\(/)).toEqual([
    expect.stringMatching(/^e2e\/.*validity\.site\.spec\.ts: test\.skip\(!existsSync\(JAVA\)/),
  ])
})
