import 'server-only'

/** A field of a form: its name and its text. */
type Fields = Record<string, string>

/** The first file of a form, with the fields that stood before it. Reading `file` to its end reads the form to its end. */
export interface FormWithFile {
  fields: Fields
  /** The name of the file; empty without one. */
  name: string
  file: AsyncIterable<Uint8Array>
}

const MAX_HEAD_BYTES = 8192
const MAX_FIELD_BYTES = 64 * 1024
const MAX_FIELDS = 50
const CRLF = Buffer.from('\r\n')

/** The boundary in a Content-Type of a form; null for another type, or without one (RFC 2046, section 5.1.1). */
export function boundaryIn(contentType: string): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i.exec(contentType)
  return match?.[1] ?? match?.[2] ?? null
}

/**
 * Reads a form (RFC 7578) until its first file, which is then read as it arrives, so that it is never in memory as a
 * whole. null when it has no file, when it is not a form, or when a field or a head is longer than anybody needs.
 */
export async function formWithFile(body: AsyncIterable<Uint8Array>, boundary: string): Promise<FormWithFile | null> {
  const input = new Input(body)
  const delimiter = Buffer.from(`--${boundary}`)
  const next = Buffer.concat([CRLF, delimiter])
  if ((await collected(input.until(delimiter), MAX_HEAD_BYTES)) === null) return null
  const fields: Fields = {}
  for (let count = 0; count < MAX_FIELDS; count++) {
    const end = await input.take(2)
    if (!end?.equals(CRLF)) return null
    const head = await collected(input.until(Buffer.from('\r\n\r\n')), MAX_HEAD_BYTES)
    if (head === null) return null
    const { name, fileName } = dispositionIn(head.toString('utf8'))
    if (fileName !== null) return { fields, name: fileName, file: input.until(next) }
    const value = await collected(input.until(next), MAX_FIELD_BYTES)
    if (value === null) return null
    if (name !== null) fields[name] = value.toString('utf8')
  }
  return null
}

/** Name and kind of a part by its Content-Disposition; a name is written as browsers do it (RFC 7578, section 4.2). */
function dispositionIn(head: string): { name: string | null; fileName: string | null } {
  const line = head.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? ''
  const name = /;\s*name="((?:[^"\\]|\\.)*)"/i.exec(line)?.[1] ?? /;\s*name=([^\s;"]+)/i.exec(line)?.[1] ?? null
  const file = /;\s*filename\*?=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/i.exec(line)
  return { name, fileName: file && (file[1] ?? file[2] ?? '').slice(0, 200) }
}

async function collected(chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > most) return null
      parts.push(chunk)
    }
  } catch (error) {
    if (error instanceof BrokenOff) return null
    throw error
  }
  return Buffer.concat(parts)
}

/** The form ended before the part did. */
export class BrokenOff extends Error {}

/** What has arrived and was not read yet. */
class Input {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest = Buffer.alloc(0)

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#chunks = body[Symbol.asyncIterator]()
  }

  /** The bytes before `mark`, which is read too. Throws BrokenOff when it never comes. */
  async *until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(mark)
      if (at >= 0) {
        const before = this.#rest.subarray(0, at)
        this.#rest = this.#rest.subarray(at + mark.length)
        if (before.length) yield before
        return
      }
      // The mark may have begun in what is left.
      const safe = this.#rest.length - mark.length + 1
      if (safe > 0) {
        yield this.#rest.subarray(0, safe)
        this.#rest = this.#rest.subarray(safe)
      }
      if (!(await this.#more())) throw new BrokenOff()
    }
  }

  /** The next `count` bytes; null when there are fewer. */
  async take(count: number): Promise<Buffer | null> {
    while (this.#rest.length < count) if (!(await this.#more())) return null
    const taken = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(count)
    return taken
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next()
    if (done) return false
    this.#rest = this.#rest.length ? Buffer.concat([this.#rest, value]) : Buffer.from(value)
    return true
  }
}
