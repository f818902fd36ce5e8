import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import { ApiRefusal } from '@/app/_admin-api/api-refusal'
import { BrokenOff, boundaryIn, type FormWithFile, formWithFile } from '@/app/_admin-api/multipart'
import { dataDir } from '@/app/store'
import { incomingFile } from '@/db/pictures/incoming-files'

/** A file that came as a body, or as the first file of a form. */
export interface UploadedFile {
  /** The absolute path; the file is removed after the request. */
  path: string
  /** The fields of the form before the file. */
  fields: Record<string, string>
  /** Its name as the form has it; empty without one. */
  name: string
  /** SHA-256 of its bytes. */
  content: Hash
}

/** Each takes room on the disk and a turn of the process for pictures. */
const MAX_AT_ONCE = 8
let count = 0

/** Receives the file of a request, without holding it in memory, and gives it to `work`. Nothing of it stays. */
export async function withUploadedFile<T>(
  request: Request,
  maxBytes: number,
  work: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  if (count >= MAX_AT_ONCE) throw new ApiRefusal(503, 'Too many files are being uploaded at once. Send it again soon.')
  count += 1
  try {
    return await received(request, maxBytes, work)
  } finally {
    count -= 1
  }
}

async function received<T>(request: Request, maxBytes: number, work: (file: UploadedFile) => Promise<T>): Promise<T> {
  const { fields, name, file: body } = await fileIn(request)
  const content = createHash('sha256')
  const hashing = async function* () {
    for await (const chunk of body) {
      content.update(chunk)
      yield chunk
    }
  }
  const file = await incomingFile(dataDir(), { body: hashing(), maxBytes }).catch((error) => {
    throw error instanceof BrokenOff ? new ApiRefusal(400, 'The form broke off before its file was whole.') : error
  })
  if (!file) throw new ApiRefusal(413, `The file is too large: it may have ${Math.floor(maxBytes / 1024 ** 2)} MB.`)
  try {
    return await work({ path: file.path, fields, name, content })
  } finally {
    await file.discard()
  }
}

async function fileIn(request: Request): Promise<FormWithFile> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body) throw new ApiRefusal(400, 'The body is empty: send a file.')
  if (!/^multipart\//i.test(type)) return { fields: {}, name: '', file: request.body }
  const boundary = boundaryIn(type)
  const form = boundary === null ? null : await formWithFile(request.body, boundary)
  if (!form)
    throw new ApiRefusal(400, 'This is not a form with a file (RFC 7578), or a field before the file is too long.')
  return form
}
