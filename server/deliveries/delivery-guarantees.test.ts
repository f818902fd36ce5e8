import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDeliveries } from '@/db/deliveries/create-deliveries'
import { claimDelivery, saveResponse } from '@/db/deliveries/deliveries'
import { addReceiver, switchOn } from '@/db/deliveries/receivers'
import { inTransaction, openMemoryStore, type Writer } from '@/db/store/open'
import { aPaper, NOW, saveAndEnqueueChange } from '@/db/testing/fixtures'
import type { DeliveryResponse } from '@/lib/deliveries/delivery'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'

const TELLER = { siteUrl: 'https://observer.example', hasMail: false }
const LEASE_MS = 15_000
const FINE: DeliveryResponse = { isSuccess: true, status: 200, text: '', retryAfterMs: null }
const BROKEN: DeliveryResponse = { isSuccess: false, status: 503, text: '', retryAfterMs: null }

const RECEIVERS: ReceiverTerms[] = [
  { kind: 'indexnow', address: 'https://search.example/', key: 'a1b2c3d4' },
  { kind: 'websub', address: 'https://hub.example/' },
  { kind: 'webhook', address: 'https://partner.example/', secret: '', events: ['changed'] },
]

/** One thing that may happen; what dies, dies before it has written anything down. */
const STEP = fc.oneof(
  { arbitrary: fc.constant({ kind: 'commit' as const }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('form' as const), dies: fc.boolean() }), weight: 4 },
  {
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      to: fc.nat({ max: RECEIVERS.length - 1 }),
      fails: fc.boolean(),
      dies: fc.boolean(),
    }),
    weight: 8,
  },
  { arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat({ max: 120_000 }) }), weight: 3 },
)

class World {
  now = NOW
  committed = 0
  /** By receiver: what came under which key, and each event's keys. */
  readonly heard = RECEIVERS.map(() => ({
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

  async form(dies: boolean): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await createDeliveries(tx, { ...TELLER, now: this.now })
      if (dies) throw new Error('the site died')
    }).catch((error: Error) => expect(error.message).toBe('the site died'))
  }

  /** false when there was nothing to send. */
  async send({ to, fails, dies }: { to: number; fails: boolean; dies: boolean }): Promise<boolean> {
    const receiverId = this.#ids[to] ?? 0
    const claimed = await claimDelivery(this.db, { receiverId, leaseMs: () => LEASE_MS, now: this.now })
    if (!claimed) return false
    const { key, about, content } = claimed.delivery
    const heard = this.heard[to]
    // Whatever became of it afterwards, the receiver may have heard it.
    if (heard) {
      add(heard.contents, key, JSON.stringify(content))
      for (const event of about.kind === 'events' ? about.events : []) add(heard.keys, event.key, key)
    }
    if (!dies) await saveResponse(this.db, { delivery: claimed.delivery, response: fails ? BROKEN : FINE, now: this.now })
    return true
  }

  /** From here on nothing goes wrong. */
  async settle(): Promise<void> {
    await this.form(false)
    for (let hour = 0; hour < 3; hour++) {
      for (const to of RECEIVERS.keys()) while (await this.send({ to, fails: false, dies: false })) {}
      this.now = new Date(this.now.getTime() + 3_600_000)
    }
  }
}

test('however commits, deliveries, failures and deaths fall, every receiver gets every event under one key [idempotency-key]', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 40 }), async (steps) => {
      const world = await World.begin()
      for (const step of steps) {
        if (step.kind === 'commit') await world.commit()
        if (step.kind === 'form') await world.form(step.dies)
        if (step.kind === 'send') await world.send(step)
        if (step.kind === 'wait') world.now = new Date(world.now.getTime() + step.ms)
      }
      await world.settle()
      for (const { contents, keys } of world.heard) {
        expect(keys.size).toBe(world.committed)
        for (const names of keys.values()) expect(names.size).toBe(1)
        // The same words at every attempt.
        for (const words of contents.values()) expect(words.size).toBe(1)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}
