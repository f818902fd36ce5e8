import { fillDemoData } from '@/e2e/testing/demo-data'
import { Paper, READ_PAPER } from '@/e2e/testing/paper'

/** Playwright's global set-up: the demo edition on a server that tests of every worker read and none changes. */
export default async function setUp(): Promise<() => Promise<void>> {
  await fillDemoData()
  const paper = await Paper.start()
  process.env[READ_PAPER] = JSON.stringify(paper.site)
  return () => paper.close()
}
