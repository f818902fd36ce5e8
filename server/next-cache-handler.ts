/**
 * Next's `cacheHandler`: keeps nothing, so that the page store stays the only cache. Loaded by Next, in Next's own
 * module graph.
 */
export default class KeepsNothing {
  async get(): Promise<null> {
    return null
  }

  async set(): Promise<void> {}

  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}
