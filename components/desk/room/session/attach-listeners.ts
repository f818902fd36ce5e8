import { AnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import type { Presence } from '@/lib/desk/articles/presence'
import type { DraftKeeper, SavingReport } from '@/lib/drafting/draft-keeper'
import { holdTab } from './device'
import { listenForShortcuts, type ShortcutTarget } from './shortcuts'

/** How often an open page reports its presence, and learns what changed; a page in the background every third time. */
const PRESENCE_INTERVAL_MS = 3000
const HIDDEN_EVERY = 3

/** What the listeners need of an article session. */
interface ListeningSession extends ShortcutTarget {
  id: number
  tab: string
  savingReport: Pick<SavingReport, 'isOnDevice'>
  noticeVersion: (version: number) => void
  noticeDescribedPicture: () => void
  setPresence: (others: Presence[]) => void
  /** Whether an input method is composing: the text on the screen must not change. */
  isCompositionOpen: boolean
  /** Cleans what was typed meanwhile. */
  cleanTyped: () => void
}

/** Connects an open article to the events of its page; the returned function saves and disconnects it. */
export function attachListeners(session: ListeningSession, keeper: DraftKeeper): () => void {
  const ends = [holdTab(session.tab), listenForShortcuts(session), reportPresence(session)]
  const listen = (target: EventTarget, name: string, listener: (event: Event) => void) => {
    target.addEventListener(name, listener)
    ends.push(() => target.removeEventListener(name, listener))
  }
  listen(window, 'online', () => keeper.retry())
  // The editor may have signed in again in another tab.
  listen(window, 'focus', () => {
    keeper.retry()
    // So may the words and rights of pictures have changed there.
    session.noticeDescribedPicture()
  })
  listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') keeper.flush()
  })
  listen(window, 'pagehide', () => keeper.flush())
  listen(window, 'beforeunload', (event) => {
    // Leaving loses text only where this device could not store what the server does not have.
    if (!session.savingReport.isOnDevice) event.preventDefault()
  })
  listen(document, 'compositionstart', () => {
    session.isCompositionOpen = true
    keeper.startComposition()
  })
  listen(document, 'compositionend', () => {
    session.isCompositionOpen = false
    keeper.endComposition()
    session.cleanTyped()
  })
  return () => {
    keeper.flush()
    for (const end of ends) end()
  }
}

/** Reports that the article is open here; the response says who else has it open and which version is saved. */
function reportPresence(session: ListeningSession): () => void {
  const params = { id: session.id }
  const answers = new AnswersInOrder()
  const report = async () => {
    const response = await answers.read(() =>
      deskRequest('POST /api/desk/articles/[id]/presence', { params, input: { tab: session.tab } }),
    )
    if (response === null) return
    if (!response.ok) return session.setPresence([])
    session.setPresence(response.answer.others)
    session.noticeVersion(response.answer.version)
  }
  void report()
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
    if (document.visibilityState === 'visible' || ticks % HIDDEN_EVERY === 0) void report()
  }, PRESENCE_INTERVAL_MS)
  const onFocus = () => void report()
  window.addEventListener('focus', onFocus)
  const leave = () =>
    void deskRequest('POST /api/desk/articles/[id]/presence', {
      params,
      input: { tab: session.tab, leaving: true },
      keepalive: true,
    })
  window.addEventListener('pagehide', leave)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', onFocus)
    window.removeEventListener('pagehide', leave)
    leave()
  }
}
