import sharp from 'sharp'
import { inProcess } from '@/db/pictures/in-process'
import type { Failure, Job, JobAnswer } from '@/server/pictures/jobs'

/*
 * The process that decodes pictures (see PictureProcess). Its arguments are the data folder, and the processor time that
 * its jobs may take until it is idle again, in milliseconds; then it ends itself. Time by the clock would refuse a sound
 * picture on a busy machine. It ends with its parent, and not with a signal to the whole group: the parent stops when its
 * requests are done.
 */

const [, , dataDir = '', busyMs = ''] = process.argv
const maker = inProcess(dataDir)
// No picture is read twice.
sharp.cache(false)

process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))
process.on('message', ({ job, ...work }: Job & { job: number }) => {
  if (running === 0) before = process.cpuUsage()
  running += 1
  done(work)
    .then(
      (result) => send({ job, done: result, rssBytes: process.memoryUsage.rss() }),
      (error: unknown) => send({ job, failed: failure(error), rssBytes: process.memoryUsage.rss() }),
    )
    .finally(() => {
      running -= 1
    })
})

let running = 0
let before = process.cpuUsage()
const MAX_MS = Number(busyMs) || Number.POSITIVE_INFINITY
setInterval(
  () => {
    const { user, system } = process.cpuUsage(before)
    if (running > 0 && (user + system) / 1000 > MAX_MS) process.exit(1)
  },
  Math.min(1000, MAX_MS),
).unref()

async function done(work: Job) {
  if ('picture' in work) return maker.picture(work.picture)
  if ('avif' in work) return maker.avif(work.avif)
  if ('mark' in work) return { mark: await maker.mark(work.mark) }
  await maker.crop(work.crop)
  return null
}

function send(answer: JobAnswer): void {
  process.send?.(answer)
}

function failure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, syscall } = error as NodeJS.ErrnoException
  return { message: error.stack ?? error.message, code, syscall }
}
