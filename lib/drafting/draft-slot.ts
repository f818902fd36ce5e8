import type { Draft } from '@/lib/drafting/draft'

/** The storage of a device, with the methods of localStorage. Any call may throw. */
export interface DraftStorage {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

/** The content of a slot: a draft, and the account that typed it. */
export interface StoredDraft {
  writer: string
  draft: Draft
}

const PREFIX = 'broadsheet:draft:'

/** The storage key of one tab for one article. A tab never writes to the slot of another. */
export function draftSlot(articleId: number, tab: string): string {
  return `${PREFIX}${articleId}:${tab}`
}

/** The slots of an article on this device, each with its tab; empty when the storage cannot be read. */
export function slotsOf(storage: DraftStorage, articleId: number): { slot: string; tab: string }[] {
  const prefix = draftSlot(articleId, '')
  try {
    const slots = storage.keys().filter((key) => key.startsWith(prefix))
    return slots.sort().map((slot) => ({ slot, tab: slot.slice(prefix.length) }))
  } catch {
    return []
  }
}

/** The draft in the slot, and the stored text. null when the slot is empty or holds something else, which stays. */
export function readSlot(storage: DraftStorage, slot: string): { stored: StoredDraft; text: string } | null {
  try {
    const text = storage.get(slot)
    const stored: unknown = text === null ? null : JSON.parse(text)
    return text !== null && isStoredDraft(stored) ? { stored, text } : null
  } catch {
    return null
  }
}

/** Checks only what saving needs, because the server validates the manuscript and says what is wrong. */
function isStoredDraft(value: unknown): value is StoredDraft {
  const { writer, draft } = value as Partial<StoredDraft>
  return typeof writer === 'string' && Number.isInteger(draft?.basedOn) && Array.isArray(draft?.typed?.body)
}

/** Writes a draft to a slot and answers the stored text; null when the device cannot store it. */
export function writeSlot(storage: DraftStorage, slot: string, stored: StoredDraft): string | null {
  const text = JSON.stringify(stored)
  try {
    storage.set(slot, text)
    return text
  } catch {
    return null
  }
}

/** Removes what the slot holds. */
export function clearSlot(storage: DraftStorage, slot: string): void {
  try {
    storage.remove(slot)
  } catch {
    // A device that stores nothing has nothing to remove.
  }
}
