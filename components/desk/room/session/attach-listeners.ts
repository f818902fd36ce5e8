import { deskRequest } from '@/components/desk/desk-request'
import type { Presence } from '@/lib/desk/presence'
import type { DraftKeeper } from '@/lib/drafting/draft-keeper'
import type { ArticleSession } from './article-session'
import { holdTab } from './device'
import { listenForShortcuts } from './shortcuts'

/** Rooms say this often that they are still open. */
const PRESENCE_MS = 10_000

/** What a page has to listen to while it is open; answers what ends it. */
export function attachListeners(room: ArticleSession, keeper: DraftKeeper): () => void {
  const ends = [holdTab(room.tab), listenForShortcuts(room), sayPresence(room, keeper)]
  const listen = (target: EventTarget, name: string, heard: (event: Event) => void) => {
    target.addEventListener(name, heard)
    ends.push(() => target.removeEventListener(name, heard))
  }
  listen(window, 'online', () => keeper.retry())
  // Somebody who signed in in another tab comes back to this one.
  listen(window, 'focus', () => keeper.retry())
  listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') keeper.flush()
  })
  listen(window, 'pagehide', () => keeper.flush())
  listen(window, 'beforeunload', (event) => {
    // Nothing is lost by leaving, unless this device could not keep what the server does not have.
    if (!room.saving.isKeptHere) event.preventDefault()
  })
  listen(document, 'compositionstart', () => keeper.hold())
  listen(document, 'compositionend', () => keeper.release())
  return () => {
    keeper.flush()
    for (const end of ends) end()
  }
}

/** Tells the desk that this room is open, and hears who else is in it and whether somebody saved. */
function sayPresence(room: ArticleSession, keeper: DraftKeeper): () => void {
  const address = `/api/desk/articles/${room.id}/presence`
  const say = async () => {
    const told = await deskRequest<{ version: number; others: Presence[] }>('POST', address, { tab: room.tab })
    if (!told.ok) return room.meet([])
    room.meet(told.answer.others)
    keeper.heardOf(told.answer.version)
  }
  void say()
  const timer = setInterval(() => void say(), PRESENCE_MS)
  const leave = () => void deskRequest('POST', address, { tab: room.tab, leaving: true }, { keepalive: true })
  window.addEventListener('pagehide', leave)
  return () => {
    clearInterval(timer)
    window.removeEventListener('pagehide', leave)
    leave()
  }
}
