import { type ChildProcess, fork } from 'node:child_process'
import { getPriority, setPriority } from 'node:os'
import type { MadeMark } from '@/lib/pictures/paper-marks'
import type { CropOrder, MarkOrder, PictureMaker, StoredFile, TakenPicture } from '@/lib/pictures/picture-maker'
import { ConcurrencyLimit } from '@/server/http/concurrency-limit'
import type { Job, JobAnswer, JobResult } from '@/server/pictures/jobs'

interface Limits {
  /** Jobs that run at once; others wait. */
  atOnce: number
  /** Processor time of a job, in milliseconds; one that takes more ends the process, as one does that hangs ten times as long. */
  jobMs: number
  /** The process ends after being without a job for this long. */
  idleMs: number
  /** The process ends after a job that leaves it with more memory, and after so many jobs. */
  maxBytes: number
  jobs: number
  /** How far below this process the scheduler puts it, in steps of `nice`. */
  niceness: number
}

const LIMITS: Limits = { atOnce: 1, jobMs: 60_000, idleMs: 5_000, maxBytes: 300 * 1024 ** 2, jobs: 100, niceness: 5 }

/** A machine that is busy with other things gives the process a tenth of its time at worst. */
const HANGS_AFTER = 10

/** Garbage of JavaScript alone: decoders have memory of their own. */
const HEAP = '--max-old-space-size=256'

const ENDED =
  'The picture cannot be read: it may be damaged, or need more time and memory than one picture may have. Save it again as a JPEG, 4000 pixels wide at most, and upload that.'

interface Running {
  /** The process that has the job: one that ends takes only its own jobs with it. */
  child: ChildProcess
  done: (result: JobResult) => void
  failed: (error: Error) => void
}

/** The process for pictures ended while it had the job. */
class ProcessEnded extends Error {}

/**
 * Decodes pictures in a process of its own, which is started by the first job and ends soon after the last: what its
 * decoders keep of the memory comes back, and a file that ends it ends nothing else.
 */
export class PictureProcess implements PictureMaker {
  readonly #limits: Limits
  readonly #limit: ConcurrencyLimit
  readonly #running = new Map<number, Running>()
  #child: ChildProcess | null = null
  #jobs = 0
  #idle: NodeJS.Timeout | null = null

  constructor(
    /** `script` is the built server/pictures/decoding-process.ts. */
    private readonly at: { script: URL | string; dataDir: string },
    limits: Partial<Limits> = {},
  ) {
    this.#limits = { ...LIMITS, ...limits }
    this.#limit = new ConcurrencyLimit({ atOnce: this.#limits.atOnce, waiting: Number.POSITIVE_INFINITY })
  }

  async picture(file: string): Promise<TakenPicture> {
    try {
      const taken = await this.#run({ picture: file })
      if (!taken || Array.isArray(taken) || 'mark' in taken)
        throw new Error('the process for pictures answered a picture with nothing')
      return taken
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error
      console.error(`${error.message}, which had an uploaded picture of ${file}`)
      return { unusable: ENDED }
    }
  }

  async avif(original: string): Promise<StoredFile[]> {
    const files = await this.#run({ avif: original })
    if (!Array.isArray(files)) throw new Error('the process for pictures answered AVIF with nothing')
    return files
  }

  async mark(order: MarkOrder): Promise<MadeMark> {
    try {
      const made = await this.#run({ mark: order })
      if (!made || !('mark' in made)) throw new Error('the process for pictures answered a mark with nothing')
      return made.mark
    } catch (error) {
      if (error instanceof ProcessEnded) return { unusable: ENDED }
      throw error
    }
  }

  async crop(crop: CropOrder): Promise<void> {
    await this.#run({ crop })
  }

  /** The number of the process; null while there is none. */
  get pid(): number | null {
    return this.#child?.pid ?? null
  }

  /** Ends the process, with what it is doing. */
  close(): void {
    this.#child?.kill('SIGKILL')
  }

  #run(job: Job): Promise<JobResult> {
    return this.#limit.run(async () => {
      if (this.#idle) clearTimeout(this.#idle)
      const child = this.#child ?? this.#start()
      this.#jobs += 1
      const number = this.#jobs
      const tooLong = setTimeout(() => child.kill('SIGKILL'), HANGS_AFTER * this.#limits.jobMs)
      try {
        return await new Promise<JobResult>((done, failed) => {
          this.#running.set(number, { child, done, failed })
          child.send({ ...job, job: number }, (error) => {
            if (error) failed(new ProcessEnded('the process for pictures has ended'))
          })
        })
      } finally {
        clearTimeout(tooLong)
        this.#running.delete(number)
        if (this.#running.size === 0) this.#rest(child)
      }
    })
  }

  #start(): ChildProcess {
    const { script, dataDir } = this.at
    const busyMs = this.#limits.jobMs * this.#limits.atOnce
    const child = fork(script, [dataDir, String(busyMs)], {
      execArgv: [HEAP],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    if (child.pid !== undefined) yieldToReaders(child.pid, this.#limits.niceness)
    this.#child = child
    child.on('message', (answer: JobAnswer) => {
      const running = this.#running.get(answer.job)
      this.#running.delete(answer.job)
      if (answer.failed) running?.failed(Object.assign(new Error(answer.failed.message), answer.failed))
      else running?.done(answer.done ?? null)
      if (answer.rssBytes > this.#limits.maxBytes || answer.job % this.#limits.jobs === 0) this.#retire(child)
    })
    const ended = (how: unknown) => {
      if (this.#child === child) this.#child = null
      const error = new ProcessEnded(`the process for pictures ended (${how})`)
      for (const [number, running] of this.#running) {
        if (running.child !== child) continue
        this.#running.delete(number)
        running.failed(error)
      }
    }
    child.on('exit', (status, signal) => ended(signal ?? status))
    child.on('error', ended)
    // The site may stop while the process waits for a job.
    child.unref()
    child.channel?.unref()
    return child
  }

  /** Lets the process end once it has nothing to do for a while. */
  #rest(child: ChildProcess): void {
    this.#idle = setTimeout(() => this.#retire(child), this.#limits.idleMs)
    this.#idle.unref()
  }

  /** Ends the process when it has no job; the next job starts another. */
  #retire(child: ChildProcess): void {
    if (this.#child !== child || this.#running.size > 0) return
    this.#child = null
    if (child.connected) child.disconnect()
  }
}

/** Pages come first. Where the system has no priorities, all are alike. */
function yieldToReaders(pid: number, niceness: number): void {
  try {
    setPriority(pid, Math.min(19, getPriority() + niceness))
  } catch {
    // The system refuses it.
  }
}
