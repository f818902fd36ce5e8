import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importsIn, isOnlyForTests, sourceTexts } from '@/lib/testing/source-imports'

const { scripts, dependencies, devDependencies } = readPackage('package.json')
const texts = sourceTexts()

/** Files that only developers run. */
const DEVELOPMENT =
  /^server\/(?:bench|chaos|fuzz)\/|^server\/commands\/(?:(?:bench|chaos|compare|dev|fuzz|pictures|test)|setup\/browser)\.mjs$/
const CONFIGURATIONS = [
  'vitest.config.ts',
  'playwright.config.ts',
  'drizzle.config.ts',
  'next.config.mjs',
  'biome.json',
]

/** Packages that a source file loads at run time, by their name in package.json. */
function packagesLoadedBy(text: string): string[] {
  return importsIn(text)
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name }) => packageOf(name))
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function readPackage(path: string) {
  const { scripts = {}, dependencies = {}, devDependencies = {}, bin = {} } = JSON.parse(readFileSync(path, 'utf8'))
  return {
    scripts: Object.values<string>(scripts),
    dependencies: Object.keys(dependencies),
    devDependencies: Object.keys(devDependencies),
    commands: typeof bin === 'string' ? [path.split('/').at(-2) ?? ''] : Object.keys(bin),
  }
}

/** Whether a package is imported, read as files, run as a command or named by a configuration. */
function isUsed(name: string, sources: ReadonlyMap<string, string>): boolean {
  const types = /^@types\/(.+)$/.exec(name)?.[1]
  if (types) return types === 'node' || [...dependencies, ...devDependencies].includes(types)
  const all = [...sources.values()]
  if (all.some((text) => importsIn(text).some((imported) => packageOf(imported.name) === name))) return true
  const [scope = '', unscoped] = name.split('/')
  // Fonts and schemas are read as files: by their whole path, or by that of the scope and then of each package in it.
  const byPath = (text: string) =>
    text.includes(`node_modules/${name}/`) ||
    (unscoped !== undefined && text.includes(`'node_modules/${scope}'`) && text.includes(`'${unscoped}/`))
  if (all.some(byPath)) return true
  const { commands } = readPackage(`node_modules/${name}/package.json`)
  const isRun = (command: string) =>
    scripts.some((script) => script.split(' ').includes(command)) ||
    [...sources].some(([file, text]) => file.startsWith('server/commands/') && text.includes(`'${command}'`))
  return commands.some(isRun) || CONFIGURATIONS.some((file) => readFileSync(file, 'utf8').includes(`${name}/`))
}

/** The development dependencies that a shipped file loads. */
function missingIn(file: string, text: string): string[] {
  if (isOnlyForTests(file) || DEVELOPMENT.test(file)) return []
  return packagesLoadedBy(text)
    .filter((name) => devDependencies.includes(name))
    .map((name) => `${file} imports ${name}`)
}

it.each([...dependencies, ...devDependencies])('%s is used', (name) => {
  expect(isUsed(name, texts)).toBe(true)
})

it('no shipped file imports a development dependency', () => {
  expect([...texts].flatMap(([file, text]) => missingIn(file, text))).toEqual([])
})

describe('the rules report', () => {
  it.each(['xmlchars', 'mdurl'])('%s, which only another package imports, counts as unused', (name) => {
    expect(isUsed(name, texts)).toBe(false)
  })

  it.each([
    ['server/main.ts', "import fc from 'fast-check'", 1],
    ['app/page.tsx', "const { parse } = await import('linkedom')", 1],
    ['lib/json-ld/article.ts', "import type { NewsArticle } from 'schema-dts'", 0],
    ['lib/article/body.test.ts', "import fc from 'fast-check'", 0],
    ['server/bench/site/load.ts', "import autocannon from 'autocannon'", 0],
  ])('in %s: %s', (file, text, count) => {
    expect(missingIn(file, text)).toHaveLength(count)
  })
})
