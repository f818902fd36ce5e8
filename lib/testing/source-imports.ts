import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDERS = ['app', 'components', 'db', 'e2e', 'lib', 'server']
const STATEMENTS = /^(?:import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

/** One import of a source file: a package, a Node module, or a file by `@/` or a relative path. */
export interface SourceImport {
  name: string
  /** Whether only types come from it, so that nothing is loaded at run time. */
  isTypeOnly: boolean
}

/** The text of every source file of the project by its path, style modules and configuration aside. */
export function sourceTexts(): Map<string, string> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
}

/** What a source file imports and exports from elsewhere, in the order of its text. */
export function importsIn(text: string): SourceImport[] {
  return [...text.matchAll(STATEMENTS)].map(([, type, fixed, dynamic]) => ({
    name: fixed ?? dynamic ?? '',
    isTypeOnly: type !== undefined,
  }))
}

/** Whether only tests load the file: a test, or a file of a `testing` folder or of the browser tests. */
export function isOnlyForTests(file: string): boolean {
  return /\.(?:test|spec)\.tsx?$/.test(file) || /(?:^|\/)testing\//.test(file) || file.startsWith('e2e/')
}
