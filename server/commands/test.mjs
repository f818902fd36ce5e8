// `npm test`: everything that must hold, in the order in which it is cheapest to learn that it does not.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { buildWhenChanged, install, run } from './prepare.mjs'

const UNIT_REPORT = 'test-results/unit.json'
const BROWSER_REPORT = 'test-results/browser.json'

install()
// Imported only now: it needs what was just installed.
const { findBrowser, findJava } = await import('./browser.mjs')
const browser = findBrowser()
const java = findJava()
rmSync('test-results', { recursive: true, force: true })

const steps = [
  ['format and lint', () => run('npx', ['biome', 'ci', '--error-on-warnings', '.'])],
  [
    'types',
    () => {
      // Next writes the types of style modules and routes; its configuration wants what the first step of a build finds.
      run(process.execPath, ['server/commands/build.mjs', '--server-only'])
      run('npx', ['next', 'typegen'])
      run('npx', ['tsc', '--noEmit'])
    },
  ],
]
for (const [name, step] of steps) {
  console.log(`\n== ${name}`)
  step()
}

console.log('\n== unit tests')
const unit = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
  {
    stdio: 'inherit',
  },
)

console.log('\n== build')
buildWhenChanged()

console.log('\n== browser tests')
const stories = spawnSync('npx', ['playwright', 'test'], {
  stdio: 'inherit',
  env: { ...process.env, BROWSER: browser, ...(java && { JAVA: java }) },
})

const units = read(UNIT_REPORT)
const browsed = read(BROWSER_REPORT).stats ?? {}
const passed = (units.numPassedTests ?? 0) + (browsed.expected ?? 0)
const failed = (units.numFailedTests ?? 0) + (browsed.unexpected ?? 0) + (browsed.flaky ?? 0)
// A runner that broke before its first test has failed all the same.
const broke = [unit, stories].filter(({ status }) => status !== 0).length
console.log(`\n${passed} passed, ${Math.max(failed, broke)} failed`)
process.exit(failed || broke ? 1 : 0)

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return {}
  }
}
