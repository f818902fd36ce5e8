import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDeliveries } from '@/db/deliveries/create-deliveries'
import { claimDelivery, saveResponse } from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { inTransaction, openMemoryStore, type Writer } from '@/db/store/open'
import { aPaper, NOW, saveAndEnqueueChange } from '@/db/testing/fixtures'
import type { DeliveryResponse } from '@/lib/deliveries/delivery'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { propertyRuns } from '@/lib/testing/property-runs'

const IDENTITY = { siteUrl: 'https://observer.example', hasMail: false }
const LEASE_MS = 15_000
const FINE: DeliveryResponse = { isSuccess: true, status: 200, text: '', retryAfterMs: null }
const BROKEN: DeliveryResponse = { isSuccess: false, status: 503, text: '', retryAfterMs: null }

const RECEIVERS: ReceiverTerms[] = [
  { kind: 'indexnow', address: 'https://search.example/', key: 'a1b2c3d4' },
  { kind: 'websub', address: 'https://hub.example/' },
  { kind: 'webhook', address: 'https://partner.example/', secret: '', events: ['changed'] },
]

/** One random event; with `crashes`, the process ends before anything is saved. */
const STEP = fc.oneof(
  { arbitrary: fc.constant({ kind: 'commit' as const }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('create' as const), crashes: fc.boolean() }), weight: 4 },
  {
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      to: fc.nat({ max: RECEIVERS.length - 1 }),
      fails: fc.boolean(),
      crashes: fc.boolean(),
    }),
    weight: 8,
  },
  { arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat({ max: 120_000 }) }), weight: 3 },
)

class World {
  now = NOW
  committed = 0
  /** For each receiver: the contents received under each key, and the keys of each event. */
  readonly received = RECEIVERS.map(() => ({
    contents: new Map<string, Set<string>>(),
    keys: new Map<string, Set<string>>(),
  }))
  #ids: number[] = []

  private constructor(readonly db: Writer) {}

  static async begin(): Promise<World> {
    const world = new World(await aPaper(openMemoryStore()))
    for (const terms of RECEIVERS) {
      const { id } = await addReceiver(world.db, { name: terms.kind, terms, now: NOW })
      await switchOn(world.db, { id, now: NOW })
      world.#ids.push(id)
    }
    return world
  }

  async commit(): Promise<void> {
    this.committed += 1
    await saveAndEnqueueChange(this.db, { version: this.committed, now: this.now })
  }

  async create(crashes: boolean): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await createDeliveries(tx, { ...IDENTITY, now: this.now })
      if (crashes) throw new Error('the site crashed')
    }).catch((error: Error) => expect(error.message).toBe('the site crashed'))
  }

  /** false when there was nothing to send. */
  async send({ to, fails, crashes }: { to: number; fails: boolean; crashes: boolean }): Promise<boolean> {
    const receiverId = this.#ids[to] ?? 0
    const claimed = await claimDelivery(this.db, { receiverId, leaseMs: () => LEASE_MS, now: this.now })
    if (!claimed) return false
    const { key, about, content } = claimed.delivery
    const received = this.received[to]
    // The receiver may have received it, whatever happens afterwards.
    if (received) {
      add(received.contents, key, JSON.stringify(content))
      for (const event of about.kind === 'events' ? about.events : []) add(received.keys, event.key, key)
    }
    if (!crashes)
      await saveResponse(this.db, { delivery: claimed.delivery, response: fails ? BROKEN : FINE, now: this.now })
    return true
  }

  /** Sends everything that is left, without failures. */
  async sendAll(): Promise<void> {
    await this.create(false)
    for (let hour = 0; hour < 3; hour++) {
      for (const to of RECEIVERS.keys()) while (await this.send({ to, fails: false, crashes: false })) {}
      this.now = new Date(this.now.getTime() + 3_600_000)
    }
  }
}

test('in any order of commits, attempts, failures and crashes, every receiver gets every event under one key [idempotency-key]', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 40 }), async (steps) => {
      const world = await World.begin()
      for (const step of steps) {
        if (step.kind === 'commit') await world.commit()
        if (step.kind === 'create') await world.create(step.crashes)
        if (step.kind === 'send') await world.send(step)
        if (step.kind === 'wait') world.now = new Date(world.now.getTime() + step.ms)
      }
      await world.sendAll()
      for (const { contents, keys } of world.received) {
        expect(keys.size).toBe(world.committed)
        for (const eventKeys of keys.values()) expect(eventKeys.size).toBe(1)
        // The same content at every attempt.
        for (const sent of contents.values()) expect(sent.size).toBe(1)
      }
    }),
    { numRuns: propertyRuns(60) },
  )
}, 60_000)

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}
