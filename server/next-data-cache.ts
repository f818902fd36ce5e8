/**
 * Next's `cacheHandlers.default`: stores nothing. What a page reads is read anew for each render; what keeps a page
 * is the page store, so there is one place to make stale.
 */
const keepsNothing = {
  async get() {
    return undefined
  },
  async set(_key: string, pending: Promise<{ value: ReadableStream<Uint8Array> }>) {
    // The stream must be read to its end, or the render that fills it waits for a reader.
    const { value } = await pending
    for await (const _chunk of value) {
      // Nothing is kept.
    }
  },
  async refreshTags() {},
  async getExpiration() {
    return 0
  },
  async updateTags() {},
}

export default keepsNothing
