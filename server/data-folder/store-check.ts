import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/**
 * Reads a whole store in a process of its own, while the site serves: it takes a minute for each GB, and cannot be
 * interrupted otherwise.
 */
export class StoreCheck {
  /** What is wrong with the store, in the words of SQLite; null for nothing, or as long as nothing was found. */
  damage: string | null = null
  #child: ChildProcess | null = null

  /** `script` is the built server/data-folder/store-check-process.ts. */
  constructor(private readonly script: URL | string) {}

  /** Begins to read the store in `file`, unless it is being read. Resolves at the end; a damage is kept and logged. */
  async start(file: string): Promise<void> {
    if (this.#child && this.#child.exitCode === null && this.#child.signalCode === null) return
    const child = fork(this.script, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.#child = child
    child.unref()
    child.channel?.unref()
    child.on('message', (found: unknown) => {
      this.damage = String(found)
      console.error(`The store ${file} is damaged (${this.damage}). Stop the site and restore a backup.`)
    })
    await new Promise<void>((resolve) => {
      child.once('close', () => resolve())
      child.once('error', (error) => {
        console.error('the store could not be checked', error)
        resolve()
      })
    })
  }

  /** Ends the check, finished or not. Resolves when it has no connection to the store any more. */
  async close(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}
