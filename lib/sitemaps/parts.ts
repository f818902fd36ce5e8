/** What one file may hold (sitemaps.org/protocol.html: 50,000 addresses, 52,428,800 bytes before compression). */
export const FILE_LIMITS = { entries: 50_000, bytes: 52_428_800 }

export type FileLimits = typeof FILE_LIMITS

/** Divides entries, in their order, into files. */
export class FileSplitter {
  #part = 0
  #entries = 0
  #bytes = 0

  /** `around` is what a file takes beside its entries. */
  constructor(
    private readonly around: number,
    private readonly bounds: FileLimits = FILE_LIMITS,
  ) {}

  /** The number, from 1, of the file that takes the next entry, which is `bytes` long. */
  partOf(bytes: number): number {
    const isFull = this.#entries >= this.bounds.entries || this.#bytes + bytes > this.bounds.bytes
    if (this.#part === 0 || isFull) {
      this.#part += 1
      this.#entries = 0
      this.#bytes = this.around
    }
    this.#entries += 1
    this.#bytes += bytes
    return this.#part
  }
}
