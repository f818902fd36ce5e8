import type { Draft } from '@/lib/drafting/draft'

/** Where a device keeps what the server does not have; shaped after the browser's local storage. Any call may throw. */
export interface DraftStorage {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

/** What stands in a slot: a draft, and the id of whoever typed it. */
export interface KeptDraft {
  writer: string
  draft: Draft
}

const PREFIX = 'broadsheet:draft:'

/** The slot of one tab for one article: tabs never write into each other's. */
export function draftSlot(articleId: number, tab: string): string {
  return `${PREFIX}${articleId}:${tab}`
}

/** The slots of an article on this device, with the tabs that filled them; none when the device does not tell. */
export function slotsOf(storage: DraftStorage, articleId: number): { slot: string; tab: string }[] {
  const prefix = draftSlot(articleId, '')
  try {
    const slots = storage.keys().filter((key) => key.startsWith(prefix))
    return slots.sort().map((slot) => ({ slot, tab: slot.slice(prefix.length) }))
  } catch {
    return []
  }
}

/** null when the slot is empty, or what stands in it is no draft; then it stays there. */
export function keptIn(storage: DraftStorage, slot: string): { kept: KeptDraft; text: string } | null {
  try {
    const text = storage.get(slot)
    const kept: unknown = text === null ? null : JSON.parse(text)
    return text !== null && isKeptDraft(kept) ? { kept, text } : null
  } catch {
    return null
  }
}

/** Only what saving needs: whether the words make a manuscript is for the server to judge, and then to say. */
function isKeptDraft(value: unknown): value is KeptDraft {
  const { writer, draft } = value as Partial<KeptDraft>
  return typeof writer === 'string' && Number.isInteger(draft?.basedOn) && Array.isArray(draft?.typed?.body)
}

/** Keeps a draft in a slot and answers the text there; null when the device does not keep it. */
export function keepIn(storage: DraftStorage, slot: string, kept: KeptDraft): string | null {
  const text = JSON.stringify(kept)
  try {
    storage.set(slot, text)
    return text
  } catch {
    return null
  }
}

export function emptySlot(storage: DraftStorage, slot: string): void {
  try {
    storage.remove(slot)
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}
