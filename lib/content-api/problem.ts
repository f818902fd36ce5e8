import type { Withdrawal } from '@/lib/article/article'
import type { Answer } from '@/lib/content-api/schemas'
import { type RefusalReason, refusalInWords } from '@/lib/pages/query-threads'

/** Why a request to the API is refused, in words for the developer of the client (RFC 9457). */
export interface Problem {
  status: 400 | 404 | 405 | 410 | 500 | 501 | 503
  title: string
  detail: string
}

/** Media type of a problem (RFC 9457, section 6.1). */
export const PROBLEM_TYPE = 'application/problem+json'

/** The body of a problem. Its type is about:blank, because the status alone identifies the kind of problem. */
export function problemJson({ status, title, detail }: Problem): string {
  return JSON.stringify({ type: 'about:blank', title, status, detail } satisfies Answer<'Problem'>)
}

export function badRequest(detail: string): Problem {
  return { status: 400, title: 'The request cannot be understood', detail }
}

export function notFound(detail: string): Problem {
  return { status: 404, title: 'Nothing stands at this address', detail }
}

/** The problem of a query that was not answered in time. */
export function unanswered(reason: RefusalReason): Problem {
  return { status: 503, title: 'There was no answer in time', detail: refusalInWords(reason) }
}

/** The problem at the address of a withdrawn story. */
export function withdrawn({ withdrawnAt, reason }: Withdrawal): Problem {
  const when = `This story was withdrawn at ${withdrawnAt.toISOString()}.`
  return { status: 410, title: 'Withdrawn', detail: reason ? `${when} ${reason}` : when }
}
