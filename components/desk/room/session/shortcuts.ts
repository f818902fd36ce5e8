import { isCompositionKey } from '@/components/composition-key'

export interface ShortcutTarget {
  saveNow: () => Promise<unknown>
  showPublishDialog: () => void
  showDialog: (dialog: 'shortcuts') => void
}

/** Makes the writing room's keyboard shortcuts work in the whole window; the returned function removes them. */
export function listenForShortcuts(session: ShortcutTarget): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isCompositionKey(event)) return
    if (event.key === 's') void session.saveNow()
    else if (event.key === 'Enter' && (event.shiftKey || !isInText(event.target))) session.showPublishDialog()
    else if (event.key === '/') session.showDialog('shortcuts')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // In the capture phase, because the editor handles some of these keys itself.
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

/** In the text, Ctrl+Enter starts a paragraph after the element. */
function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[contenteditable="true"]') !== null
}
