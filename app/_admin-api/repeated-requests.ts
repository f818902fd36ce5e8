import 'server-only'
import { ApiRefusal } from '@/app/_admin-api/api-refusal'
import { givenAnswer, keepAnswer, noteCarriedOut, type RepeatableRequest } from '@/db/accounts/api-answers'
import type { Transaction, Writer } from '@/db/store/open'
import { PROBLEM_TYPE } from '@/lib/content-api/problem'

const FORM = /^[\x21-\x7e]{1,255}$/

/** Requests that are being worked on in this process, by token and key. */
const underWay = new Set<string>()

/**
 * Carries out a request with an Idempotency-Key once: the same key with the same request gets the same answer for a day,
 * with another request 422, and while the first is under way 409. That a change was made is stored with the change, so
 * that a crash before the answer cannot make it twice.
 */
export async function repeatable(
  db: Writer,
  request: RepeatableRequest & { now: Date },
  perform: (note: (tx: Transaction) => Promise<void>) => Promise<Response>,
): Promise<Response> {
  if (!FORM.test(request.key)) {
    throw new ApiRefusal(400, 'An Idempotency-Key has 1 to 255 printable characters of ASCII without spaces.')
  }
  const name = `${request.tokenId} ${request.key}`
  if (underWay.has(name)) throw new ApiRefusal(409, 'A request with this Idempotency-Key is being worked on.')
  underWay.add(name)
  try {
    const given = await givenAnswer(db, request)
    if (given) return again(given, request.requestHash)
    const response = await perform((tx) => noteCarriedOut(tx, request))
    const body = await response.text()
    const answer = { status: response.status, body }
    if (response.status < 500) await keepAnswer(db, { ...request, answer })
    return answered(answer)
  } finally {
    underWay.delete(name)
  }
}

function again({ requestHash, answer }: NonNullable<Awaited<ReturnType<typeof givenAnswer>>>, hash: string): Response {
  if (requestHash !== hash) {
    throw new ApiRefusal(422, 'This Idempotency-Key was used for another request. Use a new one for each.')
  }
  if (answer === null) {
    throw new ApiRefusal(409, 'This request was carried out, but its answer is lost. Read what it changed.')
  }
  const response = answered(answer)
  response.headers.set('Idempotent-Replayed', 'true')
  return response
}

function answered({ status, body }: { status: number; body: string }): Response {
  const type = status >= 400 ? PROBLEM_TYPE : 'application/json'
  return new Response(status === 204 ? null : body, { status, headers: status === 204 ? {} : { 'Content-Type': type } })
}
