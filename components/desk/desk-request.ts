import { tellOfCleaning } from '@/components/desk/tell-of-cleaning'
import { FILE_NAME_HEADER, filledPath } from '@/lib/desk/endpoint'
import type { DeskAddress, DeskAnswer, DeskInput, DeskParams } from '@/lib/desk/endpoints'
import type { Problem, SavedSince } from '@/lib/desk/refusal'
import { CLEANING_HEADER, parseCleaningHeader } from '@/lib/text/cleaning-words'

export type DeskResponse<Answer> =
  | { ok: true; answer: Answer }
  | {
      ok: false
      /** 0 when the server could not be reached or broke off. */
      status: number
      /** Never empty. */
      problems: Problem[]
      /** Only with status 409. */
      conflict?: SavedSince
    }

interface Sending {
  signal?: AbortSignal
  /** Lets the request outlive the page. */
  keepalive?: boolean
  /** The fields of a form as they were typed, in place of an input: the server says which of them are wrong. */
  form?: Record<string, string>
  /** The body of an address that takes a file. */
  file?: File
}

type DeskRequest<Address extends DeskAddress> = Sending &
  (Record<never, never> extends DeskParams<Address> ? { params?: never } : { params: DeskParams<Address> }) &
  (Record<never, never> extends DeskInput<Address>
    ? { input?: DeskInput<Address> }
    : { input: DeskInput<Address> } | { form: Record<string, string> })

/**
 * Sends a request to an address of the desk. What goes wrong is part of the response, in words.
 *
 * The types of input and answer come from the declaration of the address in lib/desk, which the compiler also holds the
 * server to. An answer is not checked again here: a page that was open during an upgrade must not refuse a save because
 * the newer server answers one field more, and the schemas would be loaded with every page of the desk. The tests in a
 * browser check every answer (e2e/testing/desk-answers.ts).
 */
export async function deskRequest<const Address extends DeskAddress>(
  address: Address,
  ...[request]: Record<never, never> extends DeskRequest<Address> ? [DeskRequest<Address>?] : [DeskRequest<Address>]
): Promise<DeskResponse<DeskAnswer<Address>>> {
  return send(address, { ...request })
}

interface Parts extends Sending {
  params?: Record<string, string | number> | undefined
  input?: unknown
}

async function send<Answer>(
  address: DeskAddress,
  { params = {}, input, ...rest }: Parts,
): Promise<DeskResponse<Answer>> {
  const { form, file, signal, keepalive } = rest
  const [method = 'GET', template = ''] = address.split(' ')
  const path = filledPath(template, params)
  const body = form ?? input ?? {}
  let response: Response
  try {
    response = await fetch(method === 'GET' ? path + queryOf(body) : path, {
      method,
      ...(method !== 'GET' && {
        body: file ?? JSON.stringify(body),
        headers: file ? fileHeaders(file) : { 'Content-Type': 'application/json' },
      }),
      ...(signal && { signal }),
      ...(keepalive !== undefined && { keepalive }),
    })
  } catch {
    return UNREACHABLE
  }
  tellOfCleaning(parseCleaningHeader(response.headers.get(CLEANING_HEADER) ?? ''))
  return answered(response.status, await response.json().catch(() => null))
}

/** What a response of the desk means; `json` is null when it broke off. */
export function answered<Answer>(status: number, json: unknown): DeskResponse<Answer> {
  if (status >= 200 && status < 300) {
    if (json === null) return failed(0, 'The answer of the server broke off. Please try again.')
    return { ok: true, answer: json as Answer }
  }
  if (isRecord(json) && isSavedSince(json.conflict)) {
    const { conflict } = json
    const message = `${conflict.savedBy} saved this story meanwhile. Load it again to see the changes.`
    return { ...failed(status, message), conflict }
  }
  const problems = isRecord(json) && Array.isArray(json.problems) ? json.problems.filter(isProblem) : []
  if (problems.length) return { ok: false, status, problems }
  return failed(status, `The server could not do this (${status}). Please try again.`)
}

/** The headers with which a file is sent. */
export function fileHeaders(file: File): Record<string, string> {
  return {
    'Content-Type': file.type || 'application/octet-stream',
    [FILE_NAME_HEADER]: encodeURIComponent(file.name.replace(/\p{Cs}/gu, '')),
  }
}

function queryOf(input: object): string {
  const given = Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length ? `?${new URLSearchParams(given)}` : ''
}

/** The response when there is none. */
export const UNREACHABLE = failed(0, 'The server cannot be reached. Please try again in a moment.')

function failed(status: number, message: string): { ok: false; status: number; problems: Problem[] } {
  return { ok: false, status, problems: [{ field: '', message }] }
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string'
}

function isSavedSince(value: unknown): value is SavedSince {
  const { version, savedBy, savedAt } = isRecord(value) ? value : {}
  return typeof version === 'number' && typeof savedBy === 'string' && typeof savedAt === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
