import { rename } from '@/db/editing/writing'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, publicStory } from '@/e2e/testing/demo-story'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import type { Finding } from '@/lib/crawler-check/crawled-page'
import { withoutAccount } from '@/lib/revisions/saver'

interface Report {
  looked: number
  errors: number
  reports: { url: string; findings: Finding[] }[]
}

/** The findings of the command, which requests pages without scripts, once as a crawler and once without a User-Agent. */
async function checked(paper: Paper, ...words: string[]): Promise<Report & { status: number }> {
  const { status, output } = await paper.runCommand('check', ...words, '--json')
  return { status, ...(JSON.parse(output) as Report) }
}

/** Each error in one line. */
function errorsIn({ reports }: Report): string[] {
  return reports.flatMap(({ url, findings }) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => `${decodeURI(new URL(url).pathname)}: ${rule}: ${message}`),
  )
}

test('the crawler check finds no error on any type of page', async ({ paper }) => {
  test.setTimeout(240_000)
  const paths = await Promise.all(PAGE_TYPES.map(({ path }) => path(paper)))
  const report = await checked(paper, ...paths)
  expect(errorsIn(report)).toEqual([])
  expect(report).toMatchObject({ status: 0, looked: PAGE_TYPES.length, errors: 0 })
})

test('the crawler check finds no error in the whole paper, its sitemaps and its feeds [crawler-check-json]', async ({
  paper,
}) => {
  test.setTimeout(300_000)
  const report = await checked(paper, 'all')
  expect(errorsIn(report)).toEqual([])
  expect(report.looked).toBeGreaterThan(100)
})

test('an error is printed with its remedy, and the command fails', async ({ ownPaper: paper }) => {
  const { id } = await demoStory(paper, 'museum-roof')
  await rename(paper.db, {
    id,
    headline: 'The roof | The Broadsheet',
    by: withoutAccount('Ines Dahl'),
    now: PRINTED_AT,
  })
  await paper.catchUp()
  const { path } = await publicStory(paper, id)
  const { status, output } = await paper.runCommand('check', path)
  expect(status).toBe(1)
  expect(output).toContain('Error: The headline carries the name of the paper, “The Broadsheet”. Take it out')
  expect(output).toMatch(/1 address looked at: 1 error, /)
})

test('a page of another host is not requested', async ({ paper }) => {
  expect(await paper.runCommand('check', 'https://elsewhere.example/')).toMatchObject({ status: 2 })
})
