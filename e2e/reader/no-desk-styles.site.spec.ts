import { readFileSync } from 'node:fs'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom } from '@/e2e/testing/site-response'

/** Custom properties that only the styles of the desk use. */
function ownProperties(): string[] {
  const names = readFileSync('components/desk/desk.css', 'utf8').matchAll(/^\s*(--[a-z-]+):/gm)
  return [...new Set([...names].flatMap(([, name]) => name ?? []))]
}

/** The prefix of the class names of one file: `_383Ha` in `_383Ha_address`. */
async function ownClasses(paper: Paper): Promise<string[]> {
  const door = await fetchFrom(paper, '/admin/sign-in')
  const classes = door.tags.flatMap(({ attribs }) => attribs.class?.split(' ') ?? [])
  const files = classes.filter((name) => !name.endsWith('_variable')).map((name) => name.replace(/_[^_]+$/, ''))
  return [...new Set(files)]
}

async function styleSheets(paper: Paper, path: string): Promise<string> {
  const page = await fetchFrom(paper, path)
  const sheets = page.named('link').filter(({ attribs }) => attribs.rel === 'stylesheet')
  const found: string[] = []
  for (const { attribs } of sheets) found.push((await fetchFrom(paper, attribs.href ?? '')).body)
  return found.join('\n')
}

test('no reader page loads styles of the desk', async ({ paper }) => {
  const marks = [...ownProperties(), ...(await ownClasses(paper)).map((file) => `.${file}_`)]
  expect(marks).toContain('--desk-page')
  expect(marks.some((mark) => mark.startsWith('.'))).toBe(true)
  for (const { name, path } of PAGE_TYPES) {
    const styles = await styleSheets(paper, await path(paper))
    expect(styles, name).not.toBe('')
    expect(
      marks.filter((mark) => styles.includes(mark)),
      name,
    ).toEqual([])
  }
})
