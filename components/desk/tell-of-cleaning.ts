import { type Cleanings, cleaningWords } from '@/lib/text/cleaning-words'

/** The event with the words, and the place where they wait while the browser goes to another page of the desk. */
export const CLEANED = 'desk-cleaned'

/** Says on the page, and on the next one if this one is left at once, what was taken out of a text; nothing for nothing. */
export function tellOfCleaning(cleanings: Cleanings): void {
  const words = cleaningWords(cleanings)
  if (!words) return
  try {
    sessionStorage.setItem(CLEANED, words)
  } catch {
    // Without storage the words are on this page alone.
  }
  window.dispatchEvent(new CustomEvent(CLEANED, { detail: words }))
}

/** The words that wait; empty for none. */
export function waitingWords(): string {
  try {
    return sessionStorage.getItem(CLEANED) ?? ''
  } catch {
    return ''
  }
}

/** Forgets the words that wait, because somebody has read them. */
export function forgetWaitingWords(): void {
  try {
    sessionStorage.removeItem(CLEANED)
  } catch {
    // There is nothing to forget.
  }
}
