import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { Answer, OutgoingRequest } from '@/lib/deliveries/delivery'
import { retryAfterMs } from '@/lib/deliveries/retry'

/** Longer than any of those we tell needs. */
export const HTTP_PATIENCE_MS = 10_000
const MOST_ANSWER_BYTES = 2048

/**
 * Sends `request` once and tells what came back within ten seconds: any status of 200 to 299 is fine. Redirects are not
 * followed, so that nothing is sent where no admin wanted it; of an answer the first 2 KB are read. Never throws.
 */
export async function sendHttp(
  request: OutgoingRequest,
  { signal, now }: { signal: AbortSignal; now: Date },
): Promise<Answer> {
  const late = AbortSignal.timeout(HTTP_PATIENCE_MS)
  try {
    const answer = await answerTo(request, AbortSignal.any([signal, late]))
    const status = answer.statusCode ?? 0
    const words = await beginningOf(answer)
    return {
      isFine: status >= 200 && status < 300,
      ...{ status, words },
      retryAfterMs: retryAfterMs(answer.headers['retry-after'], now),
    }
  } catch (error) {
    const words = late.aborted ? `No answer within ${HTTP_PATIENCE_MS / 1000} seconds.` : inWords(error)
    return { isFine: false, status: null, words, retryAfterMs: null }
  }
}

function answerTo({ method, url, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = { 'Content-Length': String(Buffer.byteLength(body)) }
    // A connection of its own: one that was kept may be closed by the other side just now.
    const options = { method, headers: { ...headers, ...length }, agent: false as const, signal }
    const asked: ClientRequest = url.startsWith('https:') ? secure(url, options) : plain(url, options)
    asked.on('response', resolve)
    asked.on('error', reject)
    asked.end(body)
  })
}

async function beginningOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= MOST_ANSWER_BYTES) break
  }
  answer.destroy()
  return Buffer.concat(chunks).subarray(0, MOST_ANSWER_BYTES).toString('utf8').trim()
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node tells of every address it tried, and then says nothing itself.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message
  return error.message || error.name
}
