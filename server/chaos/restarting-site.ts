import { setTimeout as pause } from 'node:timers/promises'
import { freePort, RunningSite } from '@/server/bench/site/running-site'

/** The built site, which can be restarted at the same address. */
export class RestartingSite {
  restarts = 0
  /** When it first answered after its last restart, in milliseconds since 1970. */
  upSince = Date.now()
  #site: RunningSite

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    site: RunningSite,
  ) {
    this.#site = site
  }

  static async start(dataDir: string): Promise<RestartingSite> {
    const port = await freePort()
    return new RestartingSite(dataDir, port, await RunningSite.start(dataDir, { port }))
  }

  get url(): string {
    return this.#site.url
  }

  /** Stops it (by SIGTERM, or SIGKILL) and starts it again after `downForMs`. */
  async restart({ isGraceful, downForMs }: { isGraceful: boolean; downForMs: number }): Promise<void> {
    if (isGraceful) await this.#site.stop()
    else await this.#site.kill()
    this.restarts += 1
    await pause(downForMs)
    this.#site = await RunningSite.start(this.dataDir, { port: this.port })
    this.upSince = Date.now()
  }

  /** The status of a page; null when the site does not respond. */
  async statusOf(path: string): Promise<number | null> {
    const response = await this.#site.client.get(path).catch(() => null)
    return response?.status ?? null
  }

  async stop(): Promise<void> {
    await this.#site.stop()
  }
}
