import type { ArticleSession } from './article-session'

/** Makes the room's keys work in the whole window; answers what ends it. */
export function listenForShortcuts(room: ArticleSession): () => void {
  const heard = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
    if (event.key === 's') void room.settled()
    else if (event.key === 'Enter' && (event.shiftKey || !isInText(event.target))) room.askToPublish()
    else if (event.key === '/') room.ask('shortcuts')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // Ahead of the editor, which knows some of them itself.
  window.addEventListener('keydown', heard, { capture: true })
  return () => window.removeEventListener('keydown', heard, { capture: true })
}

/** In the text, this key leaves the element. */
function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[contenteditable="true"]') !== null
}
