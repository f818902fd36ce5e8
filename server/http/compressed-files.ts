import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compressBest } from '@/server/http/content-encoding'

export interface Compressed {
  gzip: Buffer
  br: Buffer
}

/**
 * Compressed bodies of static files in a folder of their own, named by the SHA-256 of what they hold. The build writes
 * them, so that no reader waits for the compression, which takes seconds for all scripts of the desk.
 */
export class CompressedFiles {
  /** The folder need not exist. */
  constructor(readonly folder: string) {}

  /** The bodies of a file with this content; compressed now where the build wrote none. */
  async of(content: Buffer): Promise<Compressed> {
    const paths = this.#paths(content)
    const [gzip, br] = await Promise.all([readFile(paths.gzip), readFile(paths.br)]).catch(() => [null, null])
    return gzip && br ? { gzip, br } : compressBest(content)
  }

  /** Writes the bodies for all `contents`, and removes every other file from the folder. */
  async write(contents: Buffer[]): Promise<void> {
    mkdirSync(this.folder, { recursive: true })
    const kept = new Set(contents.flatMap((content) => Object.values(this.#paths(content))))
    for (const name of readdirSync(this.folder)) {
      const path = join(this.folder, name)
      if (!kept.has(path)) rmSync(path)
    }
    await Promise.all(
      contents.map(async (content) => {
        const { gzip, br } = this.#paths(content)
        if (existsSync(gzip) && existsSync(br)) return
        const made = await compressBest(content)
        writeWhole(gzip, made.gzip)
        writeWhole(br, made.br)
      }),
    )
  }

  #paths(content: Buffer): { gzip: string; br: string } {
    const name = join(this.folder, createHash('sha256').update(content).digest('hex'))
    return { gzip: `${name}.gz`, br: `${name}.br` }
  }
}

/** Under its name only once it is whole: a build may be interrupted. */
function writeWhole(path: string, body: Buffer): void {
  writeFileSync(`${path}.new`, body)
  renameSync(`${path}.new`, path)
}
