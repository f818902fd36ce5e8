import type { Picture } from '@/lib/pictures/picture'

interface Upload {
  picture: Picture
  notices: string[]
}

/** Uploads pictures one after the other: the site takes a few at once, and a hundred may be dropped on a story. */
export class UploadQueue {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(
    /** `onStart` is called when an upload begins while none is waiting or running. */
    private readonly parts: { upload: (file: File) => Promise<Upload>; onStart: () => void },
  ) {}

  /** Uploads `file` when those before it are done, whatever became of them. Rejects as its upload does. */
  upload(file: File): Promise<Upload> {
    if (this.#waiting === 0) this.parts.onStart()
    this.#waiting += 1
    const uploaded = this.#last.then(() => this.parts.upload(file)).finally(() => (this.#waiting -= 1))
    this.#last = uploaded.catch(() => {})
    return uploaded
  }
}
