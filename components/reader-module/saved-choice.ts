import type { Choice } from './chosen'

/** A choice the reader made on this device; storage that is full, shut or forbidden counts as no choice. */
export function savedChoice(name: Choice): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** null takes the choice back. */
export function saveChoice(name: Choice, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // The choice then holds for this page alone.
  }
}
