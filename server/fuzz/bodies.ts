import { deskDoors, signInDoors } from '@/server/fuzz/doors'
import type { FuzzPart } from '@/server/fuzz/fuzz-part'
import { SENDERS, type Sender } from '@/server/fuzz/fuzzed-site'
import { chunkOf, LAST_CHUNK, rawRequest } from '@/server/fuzz/raw-request'

const BODY_BYTES = 400 * 1024 ** 2
/** More than most addresses take, so that these requests end as the later ones do. */
const WARM_UP_BYTES = 2 * 1024 ** 2
const CHUNK = chunkOf(Buffer.alloc(64 * 1024, 0x20))
const MOST_GROWTH_BYTES = 20 * 1024 ** 2
/** Nobody, and the person who may do everything. */
const ASKING = [null, SENDERS.at(-1) ?? null]
const WITHIN_MS = 90_000

/**
 * 400 MB, chunked, to every address that takes a body, signed out and in. Bars: the answer is 413 or the connection
 * ends before all of it is taken, and resident memory rises by less than 20 MB.
 */
export const bodies: FuzzPart = async ({ site, report }) => {
  const faults: string[] = []
  const doors = [...deskDoors(), ...signInDoors()].filter(({ method }) => method !== 'GET')
  const others = [
    '/',
    '/admin',
    '/admin/sign-in',
    '/api/v1/articles',
    '/api/oembed',
    '/api/nothing',
    '/healthz',
    '/preview/x',
  ]
  const asked = [...doors, ...others.map((path) => ({ method: 'POST', path }))]
  let mostTaken = 0
  const send = async ({ method, path }: { method: string; path: string }, sender: Sender, bytes = BODY_BYTES) => {
    const target = path.replace(/\[[^\]]*\]/g, '1')
    const head = rawRequest(method, target, {
      headers: [
        ['Host', new URL(site.url).host],
        ['Origin', site.url],
        ['Cookie', site.cookieOf(sender)],
        ['Content-Type', 'application/json'],
        ['Transfer-Encoding', 'chunked'],
        ['Connection', bytes === BODY_BYTES ? 'keep-alive' : 'close'],
      ],
    })
    const { status, sentBytes } = await site.send(body(head, bytes), { withinMs: WITHIN_MS, goesOn: true })
    mostTaken = Math.max(mostTaken, sentBytes)
    if (bytes === BODY_BYTES && sentBytes >= bytes)
      faults.push(`${method} ${path} as ${sender ?? 'nobody'} took ${sentBytes} bytes`)
    if (status !== null && status >= 500) faults.push(`${method} ${path} as ${sender ?? 'nobody'} answered ${status}`)
  }
  // The first requests load what every later one uses.
  for (const sender of ASKING) for (const door of asked) await send(door, sender, WARM_UP_BYTES)
  await site.signIn('admin')
  mostTaken = 0
  const before = await site.residentBytes()
  for (const sender of ASKING) {
    for (const door of asked) await send(door, sender)
    report(`sent as ${sender ?? 'nobody'}: memory is ${Math.round((await site.residentBytes()) / 1024 ** 2)} MiB`)
    if (sender !== null) await site.signIn(sender)
  }
  const after = await site.residentBytes()
  if (after - before >= MOST_GROWTH_BYTES) faults.push(`memory rose from ${before} to ${after} bytes`)
  return {
    figures: {
      addresses: asked.length,
      'MB taken at most': Math.round(mostTaken / 1e6),
      'MB by which memory rose': Math.round((after - before) / 1e6),
    },
    faults,
  }
}

function* body(head: Buffer, bytes: number): Generator<Buffer> {
  yield head
  for (let sent = 0; sent < bytes; sent += CHUNK.length) yield CHUNK
  yield LAST_CHUNK
}
