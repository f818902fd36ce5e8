import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, gt, isNull, lt, max } from 'drizzle-orm'
import { sendAgain } from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { readdress, writeArticle } from '@/db/editing/writing'
import { correct, publish, withdraw } from '@/db/publishing/publishing'
import { deliveries, outbox, receivers } from '@/db/store/desk-schema'
import { staleSince } from '@/db/store/invalidation'
import { closeDb, type Db, inTransaction, openDb, storeFile } from '@/db/store/open'
import { sections, staleness } from '@/db/store/schema'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { Chance } from '@/server/chaos/chance'
import { FallingServer } from '@/server/chaos/falling-server'
import { hangs, type Manner, StandIn, takes } from '@/server/chaos/stand-in'

const BY = 'Chaos'
const SECTION = 'science'
const SETTLED_WITHIN_MS = 120_000
/** Longer than a delivery is anybody's who took it and died. */
const LEASE_OVER_MS = 16_000
const LONGEST_UP_MS = 2500
const DOWN_FOR_MS = 50

export interface TellingFigures {
  /** Things that happened to stories, each to be told to every receiver. */
  events: number
  /** How often the site was killed meanwhile. */
  kills: number
  /** Requests that the stand-ins heard, also those that they answered with trouble or not at all. */
  requests: number
  /** Events and stale tags that some receiver was not told of. */
  untold: number
  /** Events told under two keys, and keys that came with different words. */
  toldTwice: number
}

/** A stand-in and the receiver that is reached there. */
interface Told {
  id: number
  standIn: StandIn
}

/**
 * Stories come, change and go while the site that has to tell of it is killed again and again, and while the search
 * engine, the hub, the cache and the partner that it tells fail, hang, break off and restart themselves. Once all is
 * calm, what they heard is compared with what happened.
 */
export async function tellingFigures({
  dataDir,
  seed,
  kills,
  tell,
}: {
  dataDir: string
  seed: number
  kills: number
  tell: (line: string) => void
}): Promise<TellingFigures> {
  const chance = new Chance(seed)
  const db = openDb(storeFile(dataDir))
  const told: Told[] = []
  let server: FallingServer | null = null
  try {
    for (const terms of TERMS) told.push(await standIn(db, terms))
    const before = { events: await lastEvent(db), stale: (await staleSince(db, 0)).seq }
    server = await FallingServer.start(dataDir)
    let isOver = false
    const trouble = Promise.all([
      keepWriting(db, { chance: chance.apart(), isOver: () => isOver }),
      ...told.map((one) => beTroublesome(one, { chance: chance.apart(), isOver: () => isOver })),
    ])
    for (let kill = 0; kill < kills; kill++) {
      await pause(chance.between(200, LONGEST_UP_MS))
      await server.fall({ politely: kill % 6 === 5, downForMs: DOWN_FOR_MS })
    }
    isOver = true
    await trouble
    tell(`the site was ended ${server.falls} times; what is left is told now`)
    await settle(db, told)
    return {
      ...(await counted(db, { told, before })),
      kills: server.falls,
      requests: told.reduce((sum, { standIn: { heard } }) => sum + heard.length, 0),
    }
  } finally {
    await server?.stop()
    for (const { standIn } of told) await standIn.fall()
    await closeDb(db)
  }
}

const TERMS: ((address: string) => ReceiverTerms)[] = [
  (address) => ({ kind: 'indexnow', address, key: 'chaos-has-a-key' }),
  (address) => ({ kind: 'websub', address }),
  (address) => ({ kind: 'purge', style: 'varnish', address, place: '', token: '' }),
  (address) => ({
    ...{ kind: 'webhook', address, secret: 'whsec_Y2hhb3M=' },
    events: ['published', 'changed', 'corrected', 'withdrawn'],
  }),
]

async function standIn(db: Db, terms: (address: string) => ReceiverTerms): Promise<Told> {
  const standIn = await StandIn.open()
  const now = new Date()
  const { id } = await addReceiver(db, { name: `Stand-in at ${standIn.url}`, terms: terms(standIn.url), now })
  await switchOn(db, { id, now })
  return { id, standIn }
}

/** Publishes stories and corrects, moves and withdraws them, a few a second. */
async function keepWriting(db: Db, { chance, isOver }: { chance: Chance; isOver: () => boolean }): Promise<void> {
  const [section] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, SECTION))
  if (!section) throw new Error('the demo edition has no section to publish in')
  const out: number[] = []
  for (let number = 1; !isOver(); number++) {
    const now = new Date()
    await inTransaction(db, async (tx) => {
      if (out.length < 3 || chance.happens(0.4)) {
        const headline = `Wave buoy ${number} reports`
        const body = [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'It rode the swell all night.' }] }]
        const draft = { headline, body, sectionId: section.id, kind: 'news' as const, language: 'en' }
        const id = await writeArticle(tx, { draft, by: BY, now })
        await publish(tx, { id, by: BY, now })
        out.push(id)
        return
      }
      const id = chance.oneOf(out)
      if (chance.happens(0.4)) await correct(tx, { id, note: `Reading ${number} was wrong.`, by: BY, now })
      else if (chance.happens(0.6)) await readdress(tx, { id, slug: `buoy-${number}`, by: BY, now })
      else {
        await withdraw(tx, { id, reason: 'The buoy drifted.', by: BY, now })
        out.splice(out.indexOf(id), 1)
      }
    })
    await pause(chance.between(50, 600))
  }
}

/** Changes its manner every now and then, and falls. */
async function beTroublesome(
  { standIn }: Told,
  { chance, isOver }: { chance: Chance; isOver: () => boolean },
): Promise<void> {
  while (!isOver()) {
    standIn.manner = chance.oneOf(MANNERS)
    if (chance.happens(0.3)) {
      await standIn.fall()
      await pause(chance.between(100, 1500))
      await standIn.rise()
    }
    await pause(chance.between(200, 2000))
  }
  standIn.manner = takes
}

const MANNERS: Manner[] = [
  takes,
  takes,
  takes,
  hangs,
  (_heard, response) => void response.writeHead(500).end('broken'),
  (_heard, response) => void response.writeHead(429, { 'Retry-After': '1' }).end('not so fast'),
  // It did what it was asked to do, and nobody learns of it.
  (_heard, response) => void response.destroy(),
  (_heard, response) => void setTimeout(() => response.writeHead(204).end(), 400),
]

/** Has everything that waits sent at once, as somebody at the desk can, until all is through. */
async function settle(db: Db, told: Told[]): Promise<void> {
  const end = Date.now() + SETTLED_WITHIN_MS
  await pause(LEASE_OVER_MS)
  while (Date.now() < end) {
    const waiting = await db.select({ id: deliveries.id }).from(deliveries).where(isNull(deliveries.deliveredAt))
    const [behind] = await db
      .select({ id: outbox.id })
      .from(outbox)
      .innerJoin(receivers, and(gt(outbox.id, receivers.toldThrough), eq(receivers.kind, 'webhook')))
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
  throw new Error(`${told.length} receivers were not told of everything within ${SETTLED_WITHIN_MS} ms`)
}

async function counted(
  db: Db,
  { told, before }: { told: Told[]; before: { events: number; stale: number } },
): Promise<Pick<TellingFigures, 'events' | 'untold' | 'toldTwice'>> {
  const happened = await db.select({ key: outbox.key }).from(outbox).where(gt(outbox.id, before.events))
  let untold = 0
  let toldTwice = 0
  for (const { id, standIn } of told) {
    const heard = standIn.byKey()
    const made = await db.select().from(deliveries).where(eq(deliveries.receiverId, id))
    const keysOf = new Map<string, Set<string>>()
    for (const { key, about } of made) {
      for (const event of about.kind === 'events' ? about.events : []) {
        if (heard.has(key)) keysOf.set(event.key, (keysOf.get(event.key) ?? new Set()).add(key))
      }
    }
    for (const requests of heard.values()) {
      if (new Set(requests.map(({ body, headers }) => body + (headers['xkey-purge'] ?? ''))).size > 1) toldTwice += 1
    }
    if (made.some(({ content }) => content.kind === 'purge')) {
      untold += await unpurged(db, { heard: [...heard.keys()], made, staleBefore: before.stale })
      continue
    }
    for (const { key } of happened) {
      const keys = keysOf.get(key)?.size ?? 0
      if (keys === 0) untold += 1
      if (keys > 1) toldTwice += 1
    }
  }
  return { events: happened.length, untold, toldTwice }
}

async function lastEvent(db: Db): Promise<number> {
  const [row] = await db.select({ id: max(outbox.id) }).from(outbox)
  return row?.id ?? 0
}

/** How many tags went stale of which the cache heard nothing that came as late. */
async function unpurged(
  db: Db,
  { heard, made, staleBefore }: { heard: string[]; made: (typeof deliveries.$inferSelect)[]; staleBefore: number },
): Promise<number> {
  const purged = new Map<string, number>()
  for (const { key, content } of made) {
    if (!heard.includes(key) || content.kind !== 'purge') continue
    const seq = Number(key.split('-')[2])
    for (const tag of content.tags) purged.set(tag, Math.max(purged.get(tag) ?? 0, seq))
  }
  const stale = await db.select().from(staleness).where(gt(staleness.seq, staleBefore))
  return stale.filter(({ tag, seq }) => (purged.get(tag) ?? 0) < seq).length
}
