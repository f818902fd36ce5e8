import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { test as base } from 'playwright/test'
import { logEnd } from '@/db/store/invalidation'
import { closeStore, inTransaction, openStore, type Store, storeFile } from '@/db/store/open'
import { staleness } from '@/db/store/schema'
import { DEMO_DATA, PRINTED_AT } from '@/e2e/testing/demo-data'
import { wakeSite } from '@/server/data-folder/site-socket'

/** The variable in which workers find the site that all of them read. */
export const READ_PAPER = 'BROADSHEET_READ_PAPER'

/** New stories of a test have other ids than those of the tests before it. */
const IDS_BETWEEN_RESETS = 1000

/** A built site on a store of its own, with a clock that tests move. */
export class Paper {
  readonly url: string
  readonly dataDir: string
  readonly #env: Record<string, string>
  #process: ChildProcess | null = null
  #resets = 0
  #output = ''
  /** The store, opened by this process as any other process would open it. */
  readonly db: Store

  private constructor(readonly site: RunningSite) {
    this.url = site.url
    this.dataDir = site.dataDir
    this.#env = site.env
    this.db = openStore(storeFile(site.dataDir))
  }

  /** The demo edition as printed at PRINTED_AT, or an empty paper; the clock goes on from there. */
  static async start({ edition = 'demo', host = '127.0.0.1', env = {} }: PaperOptions = {}): Promise<Paper> {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-'))
    if (edition === 'demo') {
      copyFileSync(storeFile(DEMO_DATA), storeFile(dataDir))
      symlinkSync(join(DEMO_DATA, 'media'), join(dataDir, 'media'))
    }
    const port = await freePort()
    const url = `http://${host}:${port}`
    const settings = { PORT: String(port), SITE_URL: url, DATA_DIR: dataDir, EDITION: edition }
    const paper = new Paper({ url, dataDir, env: { ...env, ...settings, TEST_CLOCK: join(dataDir, 'clock') } })
    paper.moveClockTo(PRINTED_AT)
    await paper.run()
    return paper
  }

  /** A site that another process started, and that this one does not end. */
  static at(site: RunningSite): Paper {
    return new Paper(site)
  }

  /** Starts the server and waits until it is ready. */
  async run(): Promise<void> {
    const server = spawn(process.execPath, ['.build/server/main.mjs'], {
      env: { PATH: process.env.PATH, ...this.#env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#process = server
    this.#output = ''
    server.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#output += chunk
    })
    for (let attempt = 0; attempt < 2400; attempt++) {
      if (server.exitCode !== null) throw new Error(`the site ended with ${server.exitCode} before it was ready`)
      const response = await fetch(`${this.url}/healthz`).catch(() => null)
      if (response?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the site was not ready within two minutes')
  }

  /** Ends the server by a signal; its exit status, or null when the signal ended it or it never ran. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const server = this.#process
    if (!server || !this.isRunning) return server?.exitCode ?? null
    server.kill(signal)
    await once(server, 'exit')
    return server.exitCode
  }

  /** Runs `npm run broadsheet -- …` on this paper; answers with its exit status and what it printed. */
  async runCommand(...words: string[]): Promise<{ status: number; output: string }> {
    const run = spawn(process.execPath, ['.build/server/broadsheet.mjs', ...words], {
      env: { PATH: process.env.PATH, ...this.#env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    run.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
    await once(run, 'close')
    return { status: run.exitCode ?? -1, output }
  }

  /** What the server wrote to its standard output since its last start. */
  get output(): string {
    return this.#output
  }

  /** The site's time goes on from `instant`. */
  moveClockTo(instant: Date): void {
    const clock = join(this.dataDir, 'clock')
    // The site reads it at any moment, and a file that is being written is empty for one.
    writeFileSync(`${clock}.next`, String(instant.getTime() - Date.now()))
    renameSync(`${clock}.next`, clock)
  }

  /** Resolves once the site has dropped the pages that writes of this process made stale: it does before it answers. */
  async catchUp(): Promise<void> {
    if (!(await wakeSite(this.dataDir))) throw new Error('no site listens for what this process writes')
  }

  /** Whether the server runs; it does unless a test ended it. */
  get isRunning(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null
  }

  /**
   * Puts the store and the clock back to the demo edition as printed. The server goes on and drops every page it holds;
   * what it keeps in memory beside pages stays: who is at which story, missed addresses, deliveries under way.
   */
  async reset(): Promise<void> {
    const position = await logEnd(this.db)
    const template = openStore(storeFile(DEMO_DATA))
    try {
      // While the server writes, a backup ends at once, with no page copied.
      for (let pages = 0; pages === 0; ) {
        pages = (await template.$client.backup(storeFile(this.dataDir))).totalPages
      }
    } finally {
      await closeStore(template)
    }
    this.#resets += 1
    const added = this.#resets * IDS_BETWEEN_RESETS
    await inTransaction(this.db, async (tx) => {
      // Every tag of the demo edition is new to the server, and every page carries one.
      await tx.update(staleness).set({ seq: sql`${staleness.seq} + ${position}` })
      // The server remembers presence by article id, so a new story must not have the id of an earlier one.
      await tx.run(sql`update sqlite_sequence set seq = seq + ${added} where name = 'articles'`)
    })
    this.moveClockTo(PRINTED_AT)
    await this.catchUp()
  }

  /** Closes the store and leaves the site as it is. */
  async leave(): Promise<void> {
    await closeStore(this.db)
  }

  async close(): Promise<void> {
    await this.stop()
    await this.leave()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

/** Where a site is, and with which environment it and its commands run. */
interface RunningSite {
  url: string
  dataDir: string
  env: Record<string, string>
}

interface PaperOptions {
  edition?: 'demo' | 'empty'
  /** The host name of the site; passkeys need localhost. */
  host?: '127.0.0.1' | 'localhost'
  env?: Record<string, string>
}

/** The server that the tests of one worker change, one after another. */
class ReusedPaper {
  #paper: Paper | null = null

  /** The demo edition as printed, on a running server; the one of the test before where that still runs. */
  async take(): Promise<Paper> {
    if (this.#paper?.isRunning) {
      await this.#paper.reset()
      return this.#paper
    }
    await this.close()
    this.#paper = await Paper.start()
    return this.#paper
  }

  async close(): Promise<void> {
    await this.#paper?.close()
    this.#paper = null
  }
}

interface WorkerFixtures {
  /** The demo edition, shared by all tests: to be read, not changed. */
  paper: Paper
  reusedPaper: ReusedPaper
}

interface TestFixtures {
  /** The demo edition as printed, for this test to change. */
  ownPaper: Paper
  /** Whether `ownPaper` is a server of its own: for tests of what a server keeps in memory, and of its start and end. */
  needsOwnServer: boolean
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  paper: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const paper = Paper.at(JSON.parse(process.env[READ_PAPER] ?? ''))
      await use(paper)
      await paper.leave()
    },
    { scope: 'worker' },
  ],
  reusedPaper: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const reused = new ReusedPaper()
      await use(reused)
      await reused.close()
    },
    { scope: 'worker' },
  ],
  needsOwnServer: [false, { option: true }],
  ownPaper: async ({ needsOwnServer, reusedPaper }, use) => {
    const paper = needsOwnServer ? await Paper.start() : await reusedPaper.take()
    await use(paper)
    if (needsOwnServer) await paper.close()
  },
})

export { expect } from 'playwright/test'

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  if (address === null || typeof address === 'string') throw new Error('no free port was found')
  probe.close()
  await once(probe, 'close')
  return address.port
}
