/** One thing an editor can put right; `field` is the name of what it concerns, empty for the whole. */
export interface Problem {
  field: string
  message: string
}

/** Who saved since the version that the request named. */
export interface SavedSince {
  version: number
  savedBy: string
  /** Milliseconds since the epoch, or the instant as JSON spells it. */
  savedAt: number | string
}

export type DeskAnswer<T> =
  | { ok: true; answer: T }
  | {
      ok: false
      /** 0 when the server could not be reached or broke off. */
      status: number
      /** Never empty. */
      problems: Problem[]
      conflict?: SavedSince
    }

interface Options {
  signal?: AbortSignal
  /** Lets the request outlive the page. */
  keepalive?: boolean
}

/**
 * Asks an address of the desk; what goes wrong comes back as an answer, in words. A body is sent as JSON, or as it is
 * when it is a file; the query of a GET belongs into `path`.
 */
export async function deskRequest<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  { signal, keepalive }: Options = {},
): Promise<DeskAnswer<T>> {
  const isFile = body instanceof Blob
  let response: Response
  try {
    response = await fetch(path, {
      method,
      ...(body !== undefined && {
        body: isFile ? body : JSON.stringify(body),
        headers: { 'Content-Type': isFile ? body.type || 'application/octet-stream' : 'application/json' },
      }),
      ...(signal && { signal }),
      ...(keepalive !== undefined && { keepalive }),
    })
  } catch {
    return failed(0, 'The server cannot be reached. Please try again in a moment.')
  }
  const told = await response.json().catch(() => null)
  if (response.ok) {
    if (told === null) return failed(0, 'The answer of the server broke off. Please try again.')
    return { ok: true, answer: told as T }
  }
  if (isRecord(told) && isRecord(told.conflict)) {
    const conflict = told.conflict as unknown as SavedSince
    const { problems } = failed(
      409,
      `${conflict.savedBy} saved this story meanwhile. Load it again to see the changes.`,
    )
    return { ok: false, status: 409, problems, conflict }
  }
  const problems = isRecord(told) && Array.isArray(told.problems) ? (told.problems as Problem[]) : []
  if (problems.length) return { ok: false, status: response.status, problems }
  return failed(response.status, `The server could not do this (${response.status}). Please try again.`)
}

function failed(status: number, message: string): { ok: false; status: number; problems: Problem[] } {
  return { ok: false, status, problems: [{ field: '', message }] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
