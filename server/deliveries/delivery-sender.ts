import { createDeliveries, type SiteIdentity } from '@/db/deliveries/create-deliveries'
import { claimDelivery, receiversDue, releaseDelivery, saveResponse } from '@/db/deliveries/deliveries'
import type { Writer } from '@/db/store/open'
import type { ReceiverKind } from '@/lib/deliveries/receiver'
import type { Clock } from '@/server/clock'
import type { Sender } from '@/server/deliveries/sender'

/** Added to the timeout of a sender, so that its answer is saved before the delivery may be claimed again. */
const LEASE_MARGIN_MS = 5000

/** A pause in which the request that has just committed is answered: each write here blocks the thread for a sync to disk. */
const RESPONSE_FIRST_MS = 30

interface DeliverySenderParts {
  db: Writer
  now: Clock
  identity: SiteIdentity
  senders: Record<ReceiverKind, Sender>
}

/**
 * Makes deliveries of the events in the outbox and sends them. Each receiver has a queue of its own, sent one after
 * another, so that a receiver that hangs delays no other. A commit never waits for deliveries.
 */
export class DeliverySender {
  readonly #parts: DeliverySenderParts
  readonly #stopping = new AbortController()
  /** Running queues by receiver id. */
  readonly #queues = new Map<number, Promise<void>>()
  /** Receivers for which deliveries were created while their queue was running. */
  readonly #hasMore = new Set<number>()
  #pass: Promise<void> | null = null
  #isWakeRequested = false

  constructor(parts: DeliverySenderParts) {
    this.#parts = parts
  }

  /** Checks soon whether anything is to be sent; to be called after each commit, and regularly. Returns at once. */
  wake(): void {
    this.#isWakeRequested = true
    if (this.#pass || this.#stopping.signal.aborted) return
    this.#pass = new Promise<void>((resolve) => setTimeout(resolve, RESPONSE_FIRST_MS))
      .then(() => this.#startQueues())
      .catch((error) => console.error('deliveries could not be started', error))
      .finally(() => {
        this.#pass = null
      })
  }

  /** Resolves when no queue is running. */
  async idle(): Promise<void> {
    while (this.#pass || this.#queues.size) {
      await this.#pass
      await Promise.all(this.#queues.values())
    }
  }

  /** Aborts running requests, which are repeated at the next start under the same keys. Nothing is sent afterwards. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.idle()
  }

  async #startQueues(): Promise<void> {
    const { db, now, identity } = this.#parts
    while (this.#isWakeRequested && !this.#stopping.signal.aborted) {
      this.#isWakeRequested = false
      if (await createDeliveries(db, { ...identity, now: now() })) this.#isWakeRequested = true
      for (const id of await receiversDue(db, { now: now() })) this.#serve(id)
    }
  }

  #serve(receiverId: number): void {
    if (this.#queues.has(receiverId)) {
      this.#hasMore.add(receiverId)
      return
    }
    const queue = this.#sendQueue(receiverId)
      .catch((error) => console.error(`receiver ${receiverId} could not be served`, error))
      .finally(() => this.#queues.delete(receiverId))
    this.#queues.set(receiverId, queue)
  }

  async #sendQueue(receiverId: number): Promise<void> {
    do {
      this.#hasMore.delete(receiverId)
      while (!this.#stopping.signal.aborted && (await this.#deliverNext(receiverId))) {}
    } while (this.#hasMore.has(receiverId) && !this.#stopping.signal.aborted)
  }

  /** false when nothing is to be sent now. */
  async #deliverNext(receiverId: number): Promise<boolean> {
    const { db, now, senders } = this.#parts
    const leaseMs = (kind: ReceiverKind) => senders[kind].timeoutMs + LEASE_MARGIN_MS
    const claimed = await claimDelivery(db, { receiverId, leaseMs, now: now() })
    if (!claimed) return false
    const { delivery, receiver } = claimed
    const response = await senders[receiver.kind].send(claimed, this.#stopping.signal)
    if (!response.isSuccess && this.#stopping.signal.aborted) {
      await releaseDelivery(db, { id: delivery.id, now: now() })
      return false
    }
    // Logged at the first attempt only: the desk shows further ones.
    if (!response.isSuccess && delivery.attempts === 1) {
      const reply = [response.status, response.text.slice(0, 200)].filter(Boolean).join(' ')
      console.error(`${receiver.name} refused ${delivery.key}: ${reply}`)
    }
    await saveResponse(db, { delivery, response, now: now() })
    return true
  }
}
