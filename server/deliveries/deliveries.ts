import { setTimeout as pause } from 'node:timers/promises'
import { createDeliveries, type SiteIdentity } from '@/db/deliveries/create-deliveries'
import { claimDelivery, keepAnswer, receiversDue, releaseDelivery } from '@/db/deliveries/deliveries'
import type { Db } from '@/db/store/open'
import type { ReceiverKind } from '@/lib/deliveries/receiver'
import type { Clock } from '@/server/clock'
import type { Sender } from '@/server/deliveries/sender'

/** Beyond the patience of a sender, so that its answer is written down before anybody else is given the delivery. */
const LEASE_BEYOND_MS = 5000

/** Whoever has just committed gets their answer first: each of our own writes holds up the thread for a disk's turn. */
const ANSWER_OUT_MS = 30

interface TellingParts {
  db: Db
  now: Clock
  teller: SiteIdentity
  senders: Record<ReceiverKind, Sender>
}

/**
 * Tells the world. Of what was committed it makes deliveries, and each receiver has a queue of its own in which they go
 * out one after another, so that one that hangs delays nobody else; whoever commits never waits for any of it.
 */
export class DeliverySender {
  readonly #parts: TellingParts
  readonly #leaving = new AbortController()
  /** By receiver. */
  readonly #queues = new Map<number, Promise<void>>()
  /** Receivers for whom something came while their queue was under way. */
  readonly #more = new Set<number>()
  #look: Promise<void> | null = null
  #again = false

  constructor(parts: TellingParts) {
    this.#parts = parts
  }

  /** Looks soon whether there is anything to tell; to be called after a commit, and now and then. Answers at once. */
  wake(): void {
    this.#again = true
    if (this.#look || this.#leaving.signal.aborted) return
    this.#look = pause(ANSWER_OUT_MS)
      .then(() => this.#lookAround())
      .catch((error) => console.error('the world could not be told', error))
      .finally(() => {
        this.#look = null
      })
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#look || this.#queues.size) {
      await this.#look
      await Promise.all(this.#queues.values())
    }
  }

  /** Breaks off what is under way, which goes out anew at the next start under the same keys, and does nothing more. */
  async stop(): Promise<void> {
    this.#leaving.abort()
    await this.idle()
  }

  async #lookAround(): Promise<void> {
    const { db, now, teller } = this.#parts
    while (this.#again && !this.#leaving.signal.aborted) {
      this.#again = false
      if (await createDeliveries(db, { ...teller, now: now() })) this.#again = true
      for (const id of await receiversDue(db, { now: now() })) this.#serve(id)
    }
  }

  #serve(receiverId: number): void {
    if (this.#queues.has(receiverId)) {
      this.#more.add(receiverId)
      return
    }
    const queue = this.#queueOf(receiverId)
      .catch((error) => console.error(`receiver ${receiverId} could not be told`, error))
      .finally(() => this.#queues.delete(receiverId))
    this.#queues.set(receiverId, queue)
  }

  async #queueOf(receiverId: number): Promise<void> {
    do {
      this.#more.delete(receiverId)
      while (!this.#leaving.signal.aborted && (await this.#deliverNext(receiverId))) {}
    } while (this.#more.has(receiverId) && !this.#leaving.signal.aborted)
  }

  /** false when nothing is to be sent now. */
  async #deliverNext(receiverId: number): Promise<boolean> {
    const { db, now, senders } = this.#parts
    const leaseMs = (kind: ReceiverKind) => senders[kind].patienceMs + LEASE_BEYOND_MS
    const claimed = await claimDelivery(db, { receiverId, leaseMs, now: now() })
    if (!claimed) return false
    const { delivery, receiver } = claimed
    const answer = await senders[receiver.kind].send(claimed, this.#leaving.signal)
    if (!answer.isFine && this.#leaving.signal.aborted) {
      await releaseDelivery(db, { id: delivery.id, now: now() })
      return false
    }
    // Once: the desk shows how it goes on.
    if (!answer.isFine && delivery.attempts === 1) {
      const said = [answer.status, answer.words.slice(0, 200)].filter(Boolean).join(' ')
      console.error(`${receiver.name} was not told (${delivery.key}): ${said}`)
    }
    await keepAnswer(db, { delivery, answer, now: now() })
    return true
  }
}
