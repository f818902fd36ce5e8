/** The limits of one file (sitemaps.org/protocol.html: 50,000 addresses, 52,428,800 bytes before compression). */
export const FILE_LIMITS = { entries: 50_000, bytes: 52_428_800 }

export type FileLimits = typeof FILE_LIMITS

/** Divides entries, in their order, into files. */
export class FileSplitter {
  #part = 0
  #entries = 0
  #bytes = 0

  /** `overhead` is the size of a file without entries, in bytes. */
  constructor(
    private readonly overhead: number,
    private readonly limits: FileLimits = FILE_LIMITS,
  ) {}

  /** The number, from 1, of the file for the next entry, which has `bytes` bytes. */
  partOf(bytes: number): number {
    const isFull = this.#entries >= this.limits.entries || this.#bytes + bytes > this.limits.bytes
    if (this.#part === 0 || isFull) {
      this.#part += 1
      this.#entries = 0
      this.#bytes = this.overhead
    }
    this.#entries += 1
    this.#bytes += bytes
    return this.#part
  }
}
