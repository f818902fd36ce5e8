import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, Paper, test } from '@/e2e/testing/paper'

const JAVA = process.env.JAVA || '/usr/bin/java'
const CHECKER = 'node_modules/vnu-jar/build/dist/vnu.jar'

interface Message {
  type: string
  url: string
  lastLine?: number
  message: string
  extract?: string
}

/** The errors that the Nu HTML checker finds in a folder of pages, in one run, because starting it takes longer than checking. */
async function errorsIn(folder: string): Promise<string[]> {
  const args = ['-jar', CHECKER, '--errors-only', '--format', 'json', '--exit-zero-always', '--skip-non-html', folder]
  const { stderr } = await promisify(execFile)(JAVA, args, { maxBuffer: 64 * 1024 * 1024 })
  const { messages }: { messages: Message[] } = JSON.parse(stderr)
  return messages.map(({ url, lastLine, message, extract = '' }) =>
    `${url.split('/').at(-1)} line ${lastLine}: ${message} ${extract}`.trim(),
  )
}

test('every page type is valid HTML', async ({ paper }) => {
  // Two dozen pages and the start of a Java runtime: a slow machine takes more than a minute.
  test.setTimeout(240_000)
  test.skip(!existsSync(JAVA), `the HTML checker needs Java, and there is none at ${JAVA} (set JAVA to its path)`)
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pages-'))
  const emptyPaper = await Paper.start({ edition: 'empty' })
  try {
    for (const { name, path } of PAGE_TYPES) {
      const answer = await fetch(paper.url + (await path(paper)))
      writeFileSync(join(folder, `${name}.html`), await answer.text())
    }
    for (const [name, path] of [
      ['empty front page', '/'],
      ['empty corrections', '/corrections'],
    ] as const) {
      writeFileSync(join(folder, `${name}.html`), await (await fetch(emptyPaper.url + path)).text())
    }
    expect(await errorsIn(folder)).toEqual([])
  } finally {
    await emptyPaper.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
