import { answered, type DeskResponse, fileHeaders, UNREACHABLE } from '@/components/desk/desk-request'
import type { DeskAnswer } from '@/lib/desk/endpoints'

type Answer = DeskAnswer<'POST /api/desk/pictures'>

interface Sending {
  /** Whether it is added although the library has the same file. */
  isCopy?: boolean
  /** Called with the share of the file that has been sent, from 0 to 1. */
  onProgress: (share: number) => void
}

/** Sends a picture to the library and tells how far it is, which `fetch` cannot. */
export function sendPicture(file: File, { isCopy = false, onProgress }: Sending): Promise<DeskResponse<Answer>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', isCopy ? '/api/desk/pictures/copies' : '/api/desk/pictures')
    for (const [name, value] of Object.entries(fileHeaders(file))) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.upload.addEventListener('load', () => onProgress(1))
    request.addEventListener('load', () => resolve(answered<Answer>(request.status, request.response)))
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(UNREACHABLE))
    request.send(file)
  })
}
