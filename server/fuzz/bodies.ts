import { bodyDoors, type Door } from '@/server/fuzz/doors'
import type { FuzzPart } from '@/server/fuzz/fuzz-part'
import { type FuzzedSite, SENDERS, type Sender } from '@/server/fuzz/fuzzed-site'
import { chunkOf, LAST_CHUNK, type RawAnswer, rawRequest } from '@/server/fuzz/raw-request'

const BODY_BYTES = 400 * 1024 ** 2
/** More than most addresses take, so that these requests end as the later ones do. */
const WARM_UP_BYTES = 2 * 1024 ** 2
const CHUNK = chunkOf(Buffer.alloc(64 * 1024, 0x20))
const MAX_GROWTH_BYTES = 20 * 1024 ** 2
/** Nobody, and the person who may do everything. */
const ASKING = [null, SENDERS.at(-1) ?? null]
const WITHIN_MS = 90_000

/**
 * 400 MB, chunked, to every address that takes a body, signed out and in. Bars: the answer is 413 or the connection
 * ends before all of it is taken, and resident memory rises by less than 20 MB.
 */
export const bodies: FuzzPart = async ({ site, report }) => {
  const faults: string[] = []
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
  const asked: BodyDoor[] = [...bodyDoors(), ...others.map((path) => ({ method: 'POST', path }))]
  let mostTaken = 0
  const send = async (door: BodyDoor, sender: Sender, bytes = BODY_BYTES) => {
    const { status, sentBytes } = await sendBody(site, door, { sender, bytes, isKept: bytes === BODY_BYTES })
    const words = `${door.method} ${door.path} as ${sender ?? 'nobody'}`
    mostTaken = Math.max(mostTaken, sentBytes)
    if (bytes === BODY_BYTES && sentBytes >= bytes) faults.push(`${words} took ${sentBytes} bytes`)
    if (status !== null && status >= 500) faults.push(`${words} answered ${status}`)
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
  if (after - before >= MAX_GROWTH_BYTES) faults.push(`memory rose from ${before} to ${after} bytes`)
  return {
    figures: {
      addresses: asked.length,
      'MB taken at most': Math.round(mostTaken / 1e6),
      'MB by which memory rose': Math.round((after - before) / 1e6),
    },
    faults,
  }
}

/** An address that is sent a body. Its segments that vary are in brackets. */
type BodyDoor = Pick<Door, 'method' | 'path' | 'takesToken'>

/**
 * Sends a chunked body of `bytes` to an address, goes on when it is answered, and tells how much the connection took.
 * `isKept` asks the site to leave the connection open after its answer.
 */
export async function sendBody(
  site: FuzzedSite,
  { method, path, takesToken = false }: BodyDoor,
  { sender, bytes, isKept }: { sender: Sender; bytes: number; isKept: boolean },
): Promise<RawAnswer> {
  const head = rawRequest(method, path.replace(/\[[^\]]*\]/g, '1'), {
    headers: [
      ['Host', new URL(site.url).host],
      ['Origin', site.url],
      takesToken ? ['Authorization', `Bearer ${site.tokenOf(sender)}`] : ['Cookie', site.cookieOf(sender)],
      ['Content-Type', 'application/json'],
      ['Transfer-Encoding', 'chunked'],
      ['Connection', isKept ? 'keep-alive' : 'close'],
    ],
  })
  return site.send(body(head, bytes), { withinMs: WITHIN_MS, goesOn: true })
}

function* body(head: Buffer, bytes: number): Generator<Buffer> {
  yield head
  for (let sent = 0; sent < bytes; sent += CHUNK.length) yield CHUNK
  yield LAST_CHUNK
}
