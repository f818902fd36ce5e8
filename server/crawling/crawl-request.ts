import { request as askHttp, type IncomingHttpHeaders } from 'node:http'
import { request as askHttps } from 'node:https'
import type { CrawledResponse } from '@/lib/crawler-check/crawled-page'

/** What a site sent, as bytes. */
export interface CrawlResponse extends Omit<CrawledResponse, 'html'> {
  body: Buffer
  /** Milliseconds to the head of the answer. */
  tookMs: number
}

interface CrawlRequestOptions {
  method?: 'GET' | 'HEAD'
  /** Left out: none is sent. */
  userAgent?: string
  headers?: Record<string, string>
}

const TIMEOUT_MS = 15_000
const MAX_BYTES = 64 * 1024 * 1024

/** Asks for one address, redirects not followed, uncompressed. Throws when nothing came within 15 s, or too much. */
export async function crawlRequest(
  url: string,
  { method = 'GET', userAgent, headers = {} }: CrawlRequestOptions = {},
): Promise<CrawlResponse> {
  const ask = url.startsWith('https:') ? askHttps : askHttp
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const asked = ask(
      url,
      {
        method,
        headers: { ...headers, ...(userAgent && { 'user-agent': userAgent }) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (answer) => {
        const tookMs = performance.now() - begun
        const chunks: Buffer[] = []
        let length = 0
        answer.on('data', (chunk: Buffer) => {
          length += chunk.length
          if (length > MAX_BYTES) asked.destroy(new Error(`${url} sends more than ${MAX_BYTES} bytes`))
          chunks.push(chunk)
        })
        answer.on('error', reject)
        answer.on('end', () => {
          const status = answer.statusCode ?? 0
          resolve({ url, status, headers: plain(answer.headers), body: Buffer.concat(chunks), tookMs })
        })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}
