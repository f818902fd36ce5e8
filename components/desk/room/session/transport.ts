import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'
import { type DraftTransport, failureOf, type SaveOutcome } from '@/lib/drafting/draft-transport'

/** A request that outlives its page may carry 64 KiB (Fetch standard, keepalive); its headers count too. */
const MAX_KEEPALIVE_BYTES = 60_000

/** Saves and loads drafts of article `id` through the desk's API. `onOpened` gets the whole article when it is loaded again. */
export function deskTransport(id: number, onOpened: (opened: OpenedArticle) => void): DraftTransport {
  return {
    save: async (save, { signal, isLast }) => {
      const keepalive = isLast && new Blob([JSON.stringify(save)]).size < MAX_KEEPALIVE_BYTES
      return outcomeOf(
        await deskRequest('PUT /api/desk/articles/[id]/manuscript', { params: { id }, input: save, signal, keepalive }),
      )
    },
    open: async ({ signal }) => {
      const response = await deskRequest('GET /api/desk/articles/[id]', { params: { id }, signal })
      if (response.ok) onOpened(response.answer)
      return outcomeOf(response)
    },
  }
}

function outcomeOf(response: DeskResponse<SavedManuscript>): SaveOutcome {
  return response.ok ? { kind: 'saved', answer: response.answer } : failureOf(response.status, response.problems)
}
