import { setTimeout as pause } from 'node:timers/promises'
import { freePort, RunningSite } from '@/server/bench/running-site'

/** The site, which falls and is always back at the same address. */
export class FallingServer {
  falls = 0
  /** When it answered first after its last fall, in milliseconds since 1970. */
  upSince = Date.now()
  #site: RunningSite

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    site: RunningSite,
  ) {
    this.#site = site
  }

  static async start(dataDir: string): Promise<FallingServer> {
    const port = await freePort()
    return new FallingServer(dataDir, port, await RunningSite.start(dataDir, { port }))
  }

  get url(): string {
    return this.#site.url
  }

  /** Ends it, without warning or asked politely, and has it back after `downForMs` and the time it takes to start. */
  async fall({ politely, downForMs }: { politely: boolean; downForMs: number }): Promise<void> {
    if (politely) await this.#site.stop()
    else await this.#site.kill()
    this.falls += 1
    await pause(downForMs)
    this.#site = await RunningSite.start(this.dataDir, { port: this.port })
    this.upSince = Date.now()
  }

  /** The status of a page; null when nobody answers. */
  async statusOf(path: string): Promise<number | null> {
    const answer = await this.#site.asker.ask(path).catch(() => null)
    return answer?.status ?? null
  }

  async stop(): Promise<void> {
    await this.#site.stop()
  }
}
