import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, gt, isNull, lt, max } from 'drizzle-orm'
import { sendAgain } from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { readdress, writeArticle } from '@/db/editing/writing'
import { correct } from '@/db/publishing/changes'
import { publish, withdraw } from '@/db/publishing/publishing'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { staleSince } from '@/db/store/invalidation'
import { closeStore, inTransaction, openStore, type Reader, storeFile, type Writer } from '@/db/store/open'
import { sections, staleness } from '@/db/store/schema'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { withoutAccount } from '@/lib/revisions/saver'
import { accepts, type Behavior, FakeReceiver, hangs } from '@/server/chaos/fake-receiver'
import { RestartingSite } from '@/server/chaos/restarting-site'
import { SeededRandom } from '@/server/chaos/seeded-random'

const BY = withoutAccount('Chaos')
const SECTION = 'science'
const SETTLED_WITHIN_MS = 120_000
/** Longer than the lease of a delivery whose sender was killed. */
const LEASE_OVER_MS = 16_000
const MAX_UP_MS = 2500
const DOWN_FOR_MS = 50

export interface DeliveryFigures {
  /** Events in the outbox, each to be delivered to every receiver. */
  events: number
  /** How often the site was killed meanwhile. */
  kills: number
  /** Requests that reached the receivers, those with an error or without a response included. */
  requests: number
  /** Events and invalidated tags that a receiver did not get. */
  undelivered: number
  /** Events delivered under two keys, and keys that came with different bodies. */
  deliveredTwice: number
}

/** A receiver of the site and the server that plays it. */
interface RunningReceiver {
  id: number
  server: FakeReceiver
}

/**
 * Stories are published, changed and withdrawn while the site is killed again and again, and while its receivers (a search
 * engine, a hub, a cache and a partner) fail, hang, disconnect and restart. Afterwards what they received is compared with
 * the events in the store.
 */
export async function deliveryFigures({
  dataDir,
  seed,
  kills,
  report,
}: {
  dataDir: string
  seed: number
  kills: number
  report: (line: string) => void
}): Promise<DeliveryFigures> {
  const random = new SeededRandom(seed)
  const db = openStore(storeFile(dataDir))
  const running: RunningReceiver[] = []
  let site: RestartingSite | null = null
  try {
    for (const terms of TERMS) running.push(await startReceiver(db, terms))
    const before = { events: await lastEvent(db), stale: (await staleSince(db, 0)).seq }
    site = await RestartingSite.start(dataDir)
    let isOver = false
    const disturbances = Promise.all([
      keepWriting(db, { random: random.fork(), isOver: () => isOver }),
      ...running.map((receiver) => misbehave(receiver, { random: random.fork(), isOver: () => isOver })),
    ])
    for (let kill = 0; kill < kills; kill++) {
      await pause(random.between(200, MAX_UP_MS))
      await site.restart({ isGraceful: kill % 6 === 5, downForMs: DOWN_FOR_MS })
    }
    isOver = true
    await disturbances
    report(`the site was ended ${site.restarts} times; what is left is delivered now`)
    await deliverAll(db, running)
    return {
      ...(await counted(db, { running, before })),
      kills: site.restarts,
      requests: running.reduce((sum, { server }) => sum + server.received.length, 0),
    }
  } finally {
    await site?.stop()
    for (const { server } of running) await server.stop()
    await closeStore(db)
  }
}

const TERMS: ((address: string) => ReceiverTerms)[] = [
  (address) => ({ kind: 'indexnow', address, key: 'chaos-has-a-key' }),
  (address) => ({ kind: 'websub', address }),
  (address) => ({ kind: 'purge', style: 'varnish', address, place: '', token: '' }),
  (address) => ({
    kind: 'webhook',
    address,
    secret: 'whsec_Y2hhb3M=',
    events: ['published', 'changed', 'corrected', 'withdrawn'],
  }),
]

async function startReceiver(db: Writer, terms: (address: string) => ReceiverTerms): Promise<RunningReceiver> {
  const server = await FakeReceiver.open()
  const now = new Date()
  const { id } = await addReceiver(db, { name: `Receiver at ${server.url}`, terms: terms(server.url), now })
  await switchOn(db, { id, now })
  return { id, server }
}

/** Publishes stories and corrects, moves and withdraws them, a few a second. */
async function keepWriting(
  db: Writer,
  { random, isOver }: { random: SeededRandom; isOver: () => boolean },
): Promise<void> {
  const [section] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, SECTION))
  if (!section) throw new Error('the demo edition has no section to publish in')
  const published: number[] = []
  for (let number = 1; !isOver(); number++) {
    const now = new Date()
    await inTransaction(db, async (tx) => {
      if (published.length < 3 || random.happens(0.4)) {
        const headline = `Wave buoy ${number} reports`
        const body = [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'It rode the swell all night.' }] }]
        const draft = { headline, body, sectionId: section.id, kind: 'news' as const, language: 'en' }
        const id = await writeArticle(tx, { draft, by: BY, now })
        await publish(tx, { id, by: BY, now })
        published.push(id)
        return
      }
      const id = random.pick(published)
      if (random.happens(0.4)) await correct(tx, { id, note: `Reading ${number} was wrong.`, by: BY, now })
      else if (random.happens(0.6)) await readdress(tx, { id, slug: `buoy-${number}`, by: BY, now })
      else {
        await withdraw(tx, { id, reason: 'The buoy drifted.', by: BY, now })
        published.splice(published.indexOf(id), 1)
      }
    })
    await pause(random.between(50, 600))
  }
}

/** Changes its behavior every now and then, and restarts. */
async function misbehave(
  { server }: RunningReceiver,
  { random, isOver }: { random: SeededRandom; isOver: () => boolean },
): Promise<void> {
  while (!isOver()) {
    server.behavior = random.pick(BEHAVIORS)
    if (random.happens(0.3)) {
      await server.stop()
      await pause(random.between(100, 1500))
      await server.start()
    }
    await pause(random.between(200, 2000))
  }
  server.behavior = accepts
}

const BEHAVIORS: Behavior[] = [
  accepts,
  accepts,
  accepts,
  hangs,
  (_request, response) => void response.writeHead(500).end('broken'),
  (_request, response) => void response.writeHead(429, { 'Retry-After': '1' }).end('not so fast'),
  // The request was accepted, but the response is lost.
  (_request, response) => void response.destroy(),
  (_request, response) => void setTimeout(() => response.writeHead(204).end(), 400),
]

/** Sends everything that waits at once, as an editor can, until nothing is left. */
async function deliverAll(db: Writer, running: RunningReceiver[]): Promise<void> {
  const end = Date.now() + SETTLED_WITHIN_MS
  await pause(LEASE_OVER_MS)
  while (Date.now() < end) {
    const waiting = await db.select({ id: deliveries.id }).from(deliveries).where(isNull(deliveries.deliveredAt))
    const [behind] = await db
      .select({ id: outbox.id })
      .from(outbox)
      .innerJoin(receivers, and(gt(outbox.id, receivers.eventsThrough), eq(receivers.kind, 'webhook')))
      .limit(1)
    const [stale] = await db
      .select({ seq: staleness.seq })
      .from(staleness)
      .innerJoin(receivers, and(eq(receivers.kind, 'purge'), lt(receivers.purgedThrough, staleness.seq)))
      .limit(1)
    if (!waiting.length && !behind && !stale) return
    for (const { id } of waiting) await sendAgain(db, { id, now: new Date() })
    await pause(2000)
  }
  throw new Error(`${running.length} receivers did not get everything within ${SETTLED_WITHIN_MS} ms`)
}

async function counted(
  db: Reader,
  { running, before }: { running: RunningReceiver[]; before: { events: number; stale: number } },
): Promise<Pick<DeliveryFigures, 'events' | 'undelivered' | 'deliveredTwice'>> {
  const events = await db.select({ key: outbox.key }).from(outbox).where(gt(outbox.id, before.events))
  let undelivered = 0
  let deliveredTwice = 0
  for (const { id, server } of running) {
    const requestsByKey = server.byKey()
    const created = await db.select().from(deliveries).where(eq(deliveries.receiverId, id))
    const keysOf = new Map<string, Set<string>>()
    for (const { key, about } of created) {
      for (const event of about.kind === 'events' ? about.events : []) {
        if (requestsByKey.has(key)) keysOf.set(event.key, (keysOf.get(event.key) ?? new Set()).add(key))
      }
    }
    for (const requests of requestsByKey.values()) {
      if (new Set(requests.map(({ body, headers }) => body + (headers['xkey-purge'] ?? ''))).size > 1)
        deliveredTwice += 1
    }
    if (created.some(({ content }) => content.kind === 'purge')) {
      undelivered += await missingPurges(db, {
        receivedKeys: [...requestsByKey.keys()],
        created,
        staleBefore: before.stale,
      })
      continue
    }
    for (const { key } of events) {
      const keys = keysOf.get(key)?.size ?? 0
      if (keys === 0) undelivered += 1
      if (keys > 1) deliveredTwice += 1
    }
  }
  return { events: events.length, undelivered, deliveredTwice }
}

async function lastEvent(db: Reader): Promise<number> {
  const [row] = await db.select({ id: max(outbox.id) }).from(outbox)
  return row?.id ?? 0
}

/** How many tags were invalidated without a purge that is as recent. */
async function missingPurges(
  db: Reader,
  {
    receivedKeys,
    created,
    staleBefore,
  }: { receivedKeys: string[]; created: (typeof deliveries.$inferSelect)[]; staleBefore: number },
): Promise<number> {
  const purged = new Map<string, number>()
  for (const { key, content } of created) {
    if (!receivedKeys.includes(key) || content.kind !== 'purge') continue
    const seq = Number(key.split('-')[2])
    for (const tag of content.tags) purged.set(tag, Math.max(purged.get(tag) ?? 0, seq))
  }
  const stale = await db.select().from(staleness).where(gt(staleness.seq, staleBefore))
  return stale.filter(({ tag, seq }) => (purged.get(tag) ?? 0) < seq).length
}
