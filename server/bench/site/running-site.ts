import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sharedMs } from '@/server/bench/machine'
import { endChild, startChild } from '@/server/bench/site/child-process'
import { HttpClient } from '@/server/bench/site/http-client'

export interface Health {
  pages: number
  pageBytes: number
  rssBytes: number
  heapBytes: number
}

const READY_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 5
const SETTLED_WITHIN_MS = 60_000
/** Longer than the recompression of one page takes. */
const STILL_FOR_MS = 2000

interface Start {
  /** What a bare `node` runs; the site itself unless named. */
  script?: string[]
  /** A free port unless named. */
  port?: number
  /** Another built clone whose site is started; this one unless named. */
  cwd?: string
  /** Whether it may use all cores, as in a newsroom, and not the first alone. */
  hasAllCores?: boolean
  /** Added to its settings. */
  env?: Record<string, string>
}

/** The built site as a process of its own, on a core of its own unless it has all. */
export class RunningSite {
  private constructor(
    readonly client: HttpClient,
    readonly child: ChildProcess,
    /** From the start of the process to the first 200 of /healthz. */
    readonly readyAfterMs: number,
  ) {}

  static async start(
    dataDir: string,
    { script = ['.build/server/main.mjs'], port: wanted, cwd, hasAllCores = false, env = {} }: Start = {},
  ): Promise<RunningSite> {
    const port = wanted ?? (await freePort())
    const url = `http://127.0.0.1:${port}`
    const client = new HttpClient(url)
    const begun = sharedMs()
    const child = startChild(hasAllCores ? null : 'server', process.execPath, script, {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        SITE_URL: url,
        DATA_DIR: dataDir,
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      ...(cwd !== undefined && { cwd }),
    })
    while (sharedMs() - begun < READY_WITHIN_MS) {
      if (child.exitCode !== null) throw new Error(`the site ended with ${child.exitCode} before it was ready`)
      const answer = await client.get('/healthz').catch(() => null)
      if (answer?.status === 200) return new RunningSite(client, child, answer.receivedAt - begun)
      await pause(LOOK_EVERY_MS)
    }
    await endChild(child)
    throw new Error(`the site was not ready within ${READY_WITHIN_MS} ms`)
  }

  get url(): string {
    return this.client.url
  }

  async health(): Promise<Health> {
    const { body } = await this.client.expect(200, '/healthz')
    return JSON.parse(body.toString()) as Health
  }

  /** Resolves when the page store no longer changes, because every page has been recompressed. */
  async settled(): Promise<Health> {
    const begun = sharedMs()
    let last = await this.health()
    while (sharedMs() - begun < SETTLED_WITHIN_MS) {
      await pause(STILL_FOR_MS)
      const now = await this.health()
      if (now.pages === last.pages && now.pageBytes === last.pageBytes) return now
      last = now
    }
    throw new Error(`the page store was still changing after ${SETTLED_WITHIN_MS} ms`)
  }

  /** Kills the process by SIGKILL, as a power cut would. */
  async kill(): Promise<void> {
    this.client.close()
    const ended = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await ended
  }

  async stop(): Promise<void> {
    this.client.close()
    await endChild(this.child)
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  if (address === null || typeof address === 'string') throw new Error('no free port was found')
  probe.close()
  await once(probe, 'close')
  return address.port
}
