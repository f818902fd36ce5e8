import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const SLOWEST = 20

/** The result of a run of Vitest, from its JSON report. A runner that fails before its first test counts as one failed test. */
export function unitReport(file, status) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] } = read(file)
  return {
    passed: numPassedTests,
    failed: atLeastOne(numFailedTests, status),
    skipped: numPendingTests + numTodoTests,
    tests: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        title: `${relative('.', name)}: ${fullName}`,
        ms: duration ?? 0,
      })),
    ),
  }
}

/** The result of a run of Playwright. A test that passed only on a retry counts as failed. */
export function browserReport(file, status) {
  const { stats = {}, suites = [] } = read(file)
  return {
    passed: stats.expected ?? 0,
    failed: atLeastOne((stats.unexpected ?? 0) + (stats.flaky ?? 0), status),
    skipped: stats.skipped ?? 0,
    tests: suites.flatMap(testsOf),
  }
}

/** The slowest tests of all runners, then one line with the sums. */
export function reportLines(reports) {
  const slowest = reports.flatMap(({ tests }) => tests).sort((one, other) => other.ms - one.ms)
  const sum = (count) => reports.reduce((total, report) => total + report[count], 0)
  return [
    `The slowest ${SLOWEST} tests:`,
    ...slowest.slice(0, SLOWEST).map(({ title, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${title}`),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`,
  ]
}

function testsOf({ file, specs = [], suites = [] }) {
  return [
    ...specs.flatMap(({ title, tests }) =>
      tests.map(({ results }) => ({
        title: `e2e/${file}: ${title}`,
        ms: results.reduce((total, { duration }) => total + duration, 0),
      })),
    ),
    ...suites.flatMap(testsOf),
  ]
}

function atLeastOne(failed, status) {
  return status === 0 ? failed : Math.max(failed, 1)
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
