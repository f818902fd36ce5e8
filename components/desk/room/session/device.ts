import type { DraftStorage } from '@/lib/drafting/draft-slot'
import type { DraftClock } from '@/lib/drafting/draft-transport'

/** What saving drafts needs from the browser. Nothing is accessed at import, because the server renders these pages too. */

export const deviceStorage: DraftStorage = {
  keys: () => Object.keys(localStorage),
  get: (key) => localStorage.getItem(key),
  set: (key, text) => localStorage.setItem(key, text),
  remove: (key) => localStorage.removeItem(key),
}

export const pageClock: DraftClock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

/** A UUID (RFC 9562, version 4); `crypto.randomUUID` exists with https only. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * Holds a lock in the name of a tab until its page is closed or crashes; the returned function releases it. Without https
 * there are no locks and every tab counts as closed: its unsaved text is then sent twice, which does no harm.
 */
export function holdTab(tab: string): () => void {
  if (!('locks' in navigator)) return () => {}
  const { promise, resolve } = withResolvers()
  void navigator.locks.request(lockOf(tab), () => promise)
  return resolve
}

export async function isTabAlive(tab: string): Promise<boolean> {
  if (!('locks' in navigator)) return false
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === lockOf(tab))
}

function lockOf(tab: string): string {
  return `broadsheet room ${tab}`
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
