import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => join('docs', file))

const documents = ['README.md', ...docs].map((file) => {
  const text = readFileSync(file, 'utf8')
  return { file, text, prose: text.replace(/^```[\s\S]*?^```/gm, '') }
})

/** A path of this repository in backticks; one with a placeholder such as `{id}`, `…` or `*` is none. */
const PATH = /`((?:app|components|db|docs|e2e|lib|public|server)\/[\w./()[\]-]*)`/g

const LINK = /\]\(([^)\s]+)\)/g

it('every path that a document names exists', () => {
  const missing = documents.flatMap(({ file, prose }) =>
    [...prose.matchAll(PATH)].flatMap(([, path = '']) => (existsSync(path) ? [] : [`${file}: ${path}`])),
  )
  expect(missing).toEqual([])
})

it('every link between documents leads to a file and to a heading in it', () => {
  const broken = documents.flatMap(({ file, prose }) =>
    [...prose.matchAll(LINK)].flatMap(([, link = '']) => {
      if (/^[a-z]+:/.test(link)) return []
      const [path = '', anchor] = link.split('#')
      const target = path ? join(dirname(file), path) : file
      const found = existsSync(target) && (!anchor || headings(target).includes(anchor))
      return found ? [] : [`${file}: ${link}`]
    }),
  )
  expect(broken).toEqual([])
})

/** Elements in the spelling of the body and of the editor: one with blocks, one with pictures, two with references. */
const ELEMENT_NAMES = /\b(?:fact-box|factBox|gallery|also-read|alsoRead|related-news|relatedNews)\b/
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

it('the list of files for a new body element names every file that knows one of four elements', () => {
  const contributing = readFileSync('docs/contributing.md', 'utf8')
  const [, list = ''] = contributing.split('### A body element')
  const paths = [...(list.split('###')[0] ?? '').matchAll(PATH)].map(([, path = '']) => path)
  const files = ['app', 'components', 'db', 'lib', 'server'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      // The bench writes stories, but it knows no element.
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith('server/bench/')),
  )
  const knowing = files.filter((file) => ELEMENT_NAMES.test(readFileSync(file, 'utf8').replace(COMMENTS, '')))
  expect(knowing.length).toBeGreaterThan(15)
  expect(
    knowing.filter((file) => !paths.some((path) => file === path || (path.endsWith('/') && file.startsWith(path)))),
  ).toEqual([])
})

it('the map of contributing names every folder of a large part, by its path or in the row of that part', () => {
  const rows = readFileSync('docs/contributing.md', 'utf8').split('\n')
  const unnamed = ['app', 'components/desk', 'db', 'lib', 'server'].flatMap((part) => {
    const row = rows.find((one) => one.startsWith(`| \`${part}/\``)) ?? ''
    return readdirSync(part, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${part}/${name}/`)
      .filter((path) => !row.includes(`\`${basename(path)}/\``) && !rows.some((one) => one.includes(`\`${path}\``)))
  })
  expect(unnamed).toEqual([])
})

it('docs/commands.md has every script of package.json, and no document names another', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
  const commands = readFileSync('docs/commands.md', 'utf8')
  const spelled = (name: string) => (name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`)
  expect(Object.keys(scripts).filter((name) => !commands.includes(spelled(name)))).toEqual([])
  const named = documents.flatMap(({ prose }) => [...prose.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name))
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

it('README.md has at most 8 KB', () => {
  expect(Buffer.byteLength(readFileSync('README.md'))).toBeLessThanOrEqual(8192)
})

it('every decision is in the table of decisions, in order', () => {
  const files = readdirSync('docs/decisions', { recursive: true, encoding: 'utf8' }).filter((file) => /\/\d/.test(file))
  const rows = [...readFileSync('docs/decisions/README.md', 'utf8').matchAll(/^\| \[\d+\]\(([^)]+)\)/gm)]
  const byNumber = (one: string, other: string) => (basename(one) < basename(other) ? -1 : 1)
  expect(rows.map(([, file]) => file)).toEqual(files.sort(byNumber))
})

/** The anchors of the headings of a Markdown file, as code hosts make them. */
function headings(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
