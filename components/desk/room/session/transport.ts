import { type DeskAnswer, deskRequest } from '@/components/desk/desk-request'
import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'
import { type DraftTransport, type Outcome, refusalOf } from '@/lib/drafting/draft-transport'

/** A request that outlives its page may carry 64 KiB (Fetch standard, keepalive); its headers count too. */
const MAX_KEEPALIVE_BYTES = 60_000

/** Takes drafts of article `id` to the desk's addresses. `onOpened` hears all of what was asked for anew. */
export function deskTransport(id: number, onOpened: (opened: OpenedArticle) => void): DraftTransport {
  const address = `/api/desk/articles/${id}`
  return {
    save: async (save, { signal, isLast }) => {
      const keepalive = isLast && new Blob([JSON.stringify(save)]).size < MAX_KEEPALIVE_BYTES
      return outcomeOf(await deskRequest<SavedManuscript>('PUT', `${address}/manuscript`, save, { signal, keepalive }))
    },
    open: async ({ signal }) => {
      const told = await deskRequest<OpenedArticle>('GET', address, undefined, { signal })
      if (told.ok) onOpened(told.answer)
      return outcomeOf(told)
    },
  }
}

function outcomeOf(told: DeskAnswer<SavedManuscript>): Outcome {
  return told.ok ? { kind: 'saved', answer: told.answer } : refusalOf(told.status, told.problems)
}
