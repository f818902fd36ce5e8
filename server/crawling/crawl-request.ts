import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { CrawledResponse } from '@/lib/crawler-check/crawled-page'

/** A response with its body as bytes. */
export interface CrawlResponse extends Omit<CrawledResponse, 'html'> {
  body: Buffer
  /** Milliseconds until the head of the response. */
  tookMs: number
}

interface CrawlRequestOptions {
  method?: 'GET' | 'HEAD'
  /** No User-Agent header without it. */
  userAgent?: string
  headers?: Record<string, string>
}

const TIMEOUT_MS = 15_000
const MAX_BYTES = 64 * 1024 * 1024

class OversizedBody extends Error {}

/**
 * Requests one address, uncompressed, without following redirects, and once more when nothing came within 15 s, as
 * crawlers come back to what did not answer. Throws when nothing came again, or when the body is too large.
 */
export async function crawlRequest(url: string, options: CrawlRequestOptions = {}): Promise<CrawlResponse> {
  return requestOnce(url, options).catch((error: unknown) => {
    if (error instanceof OversizedBody) throw error
    return requestOnce(url, options)
  })
}

async function requestOnce(
  url: string,
  { method = 'GET', userAgent, headers = {} }: CrawlRequestOptions,
): Promise<CrawlResponse> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest
  const sentAt = performance.now()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method,
        headers: { ...headers, ...(userAgent && { 'user-agent': userAgent }) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (response) => {
        const tookMs = performance.now() - sentAt
        const chunks: Buffer[] = []
        let length = 0
        response.on('data', (chunk: Buffer) => {
          length += chunk.length
          if (length > MAX_BYTES) outgoing.destroy(new OversizedBody(`${url} sends more than ${MAX_BYTES} bytes`))
          chunks.push(chunk)
        })
        response.on('error', reject)
        response.on('end', () => {
          const status = response.statusCode ?? 0
          resolve({ url, status, headers: joined(response.headers), body: Buffer.concat(chunks), tookMs })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}
