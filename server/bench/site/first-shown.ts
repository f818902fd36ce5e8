import { setTimeout as pause } from 'node:timers/promises'
import { sharedMs } from '@/server/bench/machine'
import type { HttpClient } from '@/server/bench/site/http-client'

const REQUEST_EVERY_MS = 2
const SHOWN_WITHIN_MS = 10_000

/** When the first response with the headline was received, by repeated requests. Throws after ten seconds without one. */
export async function firstShown(client: HttpClient, path: string, headline: string): Promise<number> {
  const end = sharedMs() + SHOWN_WITHIN_MS
  while (sharedMs() < end) {
    const { status, body, receivedAt } = await client.get(path)
    if (status === 200 && body.includes(headline)) return receivedAt
    await pause(REQUEST_EVERY_MS)
  }
  throw new Error(`${path} did not show “${headline}” within ${SHOWN_WITHIN_MS} ms`)
}
