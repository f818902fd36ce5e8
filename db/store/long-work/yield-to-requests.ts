import { setImmediate } from 'node:timers/promises'

/** Less than a reader notices, and much less than others may be held up. */
const MAX_AT_ONCE_MS = 10

/** Between two steps of long work: requests that wait have their turn first. */
export async function yieldToRequests(): Promise<void> {
  await setImmediate()
}

/** Makes a `yieldToRequests` for short steps: it yields only when 10 ms have passed since it was made or yielded last. */
export function timedYield(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < MAX_AT_ONCE_MS) return
    await yieldToRequests()
    since = performance.now()
  }
}
