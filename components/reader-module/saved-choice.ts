import type { Choice } from './chosen'

/** A choice of the reader that this browser stores; null as well when the storage cannot be used. */
export function savedChoice(name: Choice): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** null removes the choice. */
export function saveChoice(name: Choice, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Without storage the choice holds for this page only.
  }
}
