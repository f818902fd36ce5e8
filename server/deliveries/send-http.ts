import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { DeliveryResponse, OutgoingRequest } from '@/lib/deliveries/delivery'
import { retryAfterMs } from '@/lib/deliveries/retry'

/** Longer than any receiver needs. */
export const HTTP_TIMEOUT_MS = 10_000
const MAX_RESPONSE_BYTES = 2048

/**
 * Sends `request` once and returns the response that comes within ten seconds; a status of 200 to 299 is a success.
 * Redirects are not followed, so that nothing is sent to an address that no admin entered. The first 2 KB of a response
 * are read. Never throws.
 */
export async function sendHttp(
  request: OutgoingRequest,
  { signal, now }: { signal: AbortSignal; now: Date },
): Promise<DeliveryResponse> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), HTTP_TIMEOUT_MS)
  try {
    const response = await responseTo(request, AbortSignal.any([signal, late.signal]))
    const status = response.statusCode ?? 0
    const text = await truncatedBody(response)
    return {
      isSuccess: status >= 200 && status < 300,
      status,
      text,
      retryAfterMs: retryAfterMs(response.headers['retry-after'], now),
    }
  } catch (error) {
    const text = late.signal.aborted ? `No answer within ${HTTP_TIMEOUT_MS / 1000} seconds.` : errorMessage(error)
    return { isSuccess: false, status: null, text, retryAfterMs: null }
  } finally {
    clearTimeout(timer)
  }
}

function responseTo({ method, url, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = { 'Content-Length': String(Buffer.byteLength(body)) }
    // A connection of its own: the other side may be closing a kept one.
    const options = { method, headers: { ...headers, ...length }, agent: false as const, signal }
    const outgoing: ClientRequest = url.startsWith('https:') ? httpsRequest(url, options) : httpRequest(url, options)
    outgoing.on('response', resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function truncatedBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= MAX_RESPONSE_BYTES) break
  }
  response.destroy()
  return Buffer.concat(chunks).subarray(0, MAX_RESPONSE_BYTES).toString('utf8').trim()
}

function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node's AggregateError has one error for each address it tried, and no message of its own.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message
  return error.message || error.name
}
