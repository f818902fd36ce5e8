import 'server-only'

/** Less than a reader notices, and much less than others may be held up. */
const MOST_AT_ONCE_MS = 10

/** Makes a function to be called between the steps of long work: it lets other requests have their turn, each 10 ms. */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < MOST_AT_ONCE_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
