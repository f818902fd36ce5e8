// `npm test`: all checks and tests. Checks and build run in parallel with the unit tests, browser tests after both.
import { spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { install } from './setup/prepare.mjs'
import { isBuilt } from './setup/sources.mjs'
import { browserReport, reportLines, unitReport } from './setup/test-report.mjs'

const UNIT_REPORT = 'test-results/unit.json'
const BROWSER_REPORT = 'test-results/browser.json'

install()
// Imported only now: it needs what was just installed.
const { findBrowser, findJava } = await import('./setup/browser.mjs')
const browser = findBrowser()
const java = findJava()
rmSync('test-results', { recursive: true, force: true })

const bin = (name) => `node_modules/.bin/${name}`
const running = new Set()

/** Runs a script and prints its output when it has ended, so that the output of parallel steps does not mix. */
function run(step, script, args = []) {
  const startedAt = performance.now()
  console.log(`.. ${step}`)
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (status) => {
      running.delete(child)
      console.log(`\n== ${step}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
      process.stdout.write(Buffer.concat(output))
      resolve(status)
    })
  })
}

/** A step on which the others depend: its failure ends the run. */
async function must(step, script, args) {
  if ((await run(step, script, args)) === 0) return
  for (const child of running) child.kill()
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}

async function checkAndBuild() {
  await must('format and lint', bin('biome'), ['ci', '--error-on-warnings', '.'])
  // The build writes the types of style modules and routes.
  if (!isBuilt()) await must('build', 'server/commands/build.mjs')
  await must('route types', bin('next'), ['typegen'])
  await must('types', bin('tsc'), ['--noEmit'])
}

const [unitStatus] = await Promise.all([
  run('unit tests', bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ]),
  checkAndBuild(),
])

console.log('\n== browser tests')
const { status: browserStatus } = spawnSync(process.execPath, [bin('playwright'), 'test'], {
  stdio: 'inherit',
  env: { ...process.env, BROWSER: browser, ...(java && { JAVA: java }) },
})

const reports = [unitReport(UNIT_REPORT, unitStatus), browserReport(BROWSER_REPORT, browserStatus)]
console.log(`\n${reportLines(reports).join('\n')}`)
process.exit(reports.some(({ failed }) => failed > 0) ? 1 : 0)
