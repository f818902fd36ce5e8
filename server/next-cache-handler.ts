import { handover } from '@/lib/handover'

interface FinishedEntry {
  kind: string
  html?: string | { toUnchunkedString(): string }
  headers?: Record<string, string | string[] | undefined>
}

/**
 * Next's `cacheHandler`: hands every page that Next finishes to the server and keeps nothing itself, so that the
 * page store stays the only cache. Loaded by Next, in Next's own module graph.
 */
export default class HandsOverPages {
  async get(): Promise<null> {
    return null
  }

  async set(_key: string, entry: FinishedEntry | null): Promise<void> {
    if (entry?.kind !== 'APP_PAGE' || entry.html === undefined) return
    const tags = entry.headers?.['x-next-cache-tags'] ?? ''
    handover()?.finishedPage({
      html: typeof entry.html === 'string' ? entry.html : entry.html.toUnchunkedString(),
      link: String(entry.headers?.link ?? ''),
      tags: String(tags).split(',').filter(Boolean),
    })
  }

  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}
