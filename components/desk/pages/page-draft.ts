import type { PageContent } from '@/lib/paper/page-content'

/** What was typed into a page and has not reached the server, with the saved version that it started from. */
interface PageDraft {
  version: number
  content: PageContent
  typed: PageContent
}

const keyOf = (id: number) => `broadsheet-page-${id}`

/** Keeps unsaved words of standing pages on this device. A device that keeps nothing is no reason to stop writing. */
export const pageDraft = {
  keep(id: number, draft: PageDraft): void {
    try {
      localStorage.setItem(keyOf(id), JSON.stringify(draft))
    } catch {
      // The save that follows is what counts.
    }
  },
  forget(id: number): void {
    try {
      localStorage.removeItem(keyOf(id))
    } catch {
      // Then it was not kept either.
    }
  },
  /** null when there is none, or when it cannot be read. */
  left(id: number): PageDraft | null {
    try {
      const draft: PageDraft = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
      return draft?.typed?.body && draft.content?.body ? draft : null
    } catch {
      return null
    }
  },
}
