import { expect, it } from 'vitest'
import { BackgroundJob } from '@/server/background-job'

/** A job whose runs end when the test says so. */
function aJob() {
  const begun: { signal: AbortSignal; end: () => void; fail: (error: Error) => void }[] = []
  const errors: unknown[] = []
  const job = new BackgroundJob({
    run: (signal) => new Promise((resolve, reject) => begun.push({ signal, end: resolve, fail: reject })),
    failed: (error) => errors.push(error),
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { job, begun, errors, settle }
}

it('runs once at a time, and once more for all that woke it meanwhile', async () => {
  const { job, begun, settle } = aJob()
  job.wake()
  job.wake()
  job.wake()
  await settle()
  expect(begun).toHaveLength(1)
  begun[0]?.end()
  await settle()
  expect(begun).toHaveLength(2)
  begun[1]?.end()
  await job.untilIdle()
  expect(begun).toHaveLength(2)
  expect(job.isRunning).toBe(false)
})

it('tells what broke off a run, forgets what woke it during that run, and goes on at the next wake', async () => {
  const { job, begun, errors, settle } = aJob()
  job.wake()
  job.wake()
  const error = new Error('the disk is full')
  begun[0]?.fail(error)
  await job.untilIdle()
  expect(errors).toEqual([error])
  expect(begun).toHaveLength(1)
  job.wake()
  await settle()
  expect(begun).toHaveLength(2)
})

it('waits for the run under way when it stops, aborts its signal, and begins nothing afterwards', async () => {
  const { job, begun, errors, settle } = aJob()
  job.wake()
  job.wake()
  let isStopped = false
  const stopped = job.stop().then(() => {
    isStopped = true
  })
  await settle()
  expect(begun[0]?.signal.aborted).toBe(true)
  expect(isStopped).toBe(false)
  begun[0]?.fail(new Error('cut off'))
  await stopped
  job.wake()
  await settle()
  expect(begun).toHaveLength(1)
  expect(errors).toEqual([])
})

it('runs for a wake that comes at whatever moment a run ends', async () => {
  for (let turns = 0; turns < 12; turns++) {
    let runs = 0
    const run = async () => {
      runs += 1
    }
    const job = new BackgroundJob({ run, failed: () => {} })
    job.wake()
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    const before = runs
    job.wake()
    await job.untilIdle()
    expect(runs, `after ${turns} turns`).toBeGreaterThan(before)
  }
})
