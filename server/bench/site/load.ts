import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isInstalled } from '@/server/bench/machine'
import { outputOf } from '@/server/bench/site/child-process'
import { scratchFolder } from '@/server/bench/site/scratch-folder'

/** The result of one run of load. */
export interface Load {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  /** Answers with a status from 400 up, and connections that broke. */
  failures: number
}

export const CONNECTIONS = 32
const GRACE_MS = 15_000

export const loadTool = isInstalled('wrk') ? 'wrk' : 'autocannon'

/** Requests `url` over 32 kept connections as fast as it is answered. */
export async function load(
  url: string,
  { seconds, headers = {} }: { seconds: number; headers?: Record<string, string> },
): Promise<Load> {
  const pairs = Object.entries(headers)
  const withinMs = seconds * 1000 + GRACE_MS
  const many = ['-c', String(CONNECTIONS), '-d', String(seconds)]
  if (loadTool === 'wrk') {
    const headerArgs = pairs.flatMap(([name, value]) => ['-H', `${name}: ${value}`])
    const output = await outputOf('client', 'wrk', ['-t', '1', ...many, '-s', wrkReport(), ...headerArgs, url], {
      withinMs,
    })
    return JSON.parse(output.slice(output.lastIndexOf('\n{'))) as Load
  }
  const headerArgs = pairs.flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const script = resolve('node_modules/autocannon/autocannon.js')
  const output = await outputOf('client', process.execPath, [script, '-j', ...many, ...headerArgs, url], { withinMs })
  const { requests, latency, errors, timeouts, non2xx, '3xx': redirects } = JSON.parse(output) as Autocannon
  return {
    requestsPerSecond: requests.average,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    failures: errors + timeouts + non2xx - redirects,
  }
}

interface Autocannon {
  requests: { average: number }
  latency: { p50: number; p99: number }
  errors: number
  timeouts: number
  non2xx: number
  '3xx': number
}

let written: string | null = null

/** A script for wrk that prints its result as data, because wrk prints text for people. */
function wrkReport(): string {
  if (written) return written
  written = join(scratchFolder(), 'report.lua')
  writeFileSync(
    written,
    `function done(summary, latency)
  local failed = summary.errors
  io.write(string.format('\\n{"requestsPerSecond":%f,"p50Ms":%f,"p99Ms":%f,"failures":%d}\\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
`,
  )
  return written
}
