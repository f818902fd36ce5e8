import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isCompositionKey } from '@/components/composition-key'

/**
 * Makes every key act on the selection that is seen. A browser tells of a changed selection in a task of its own; a key
 * pressed before that, such as Ctrl+K right behind Shift+Home, would act on the selection of before.
 */
export const SeenSelection = Extension.create({
  name: 'seenSelection',
  // Before whatever handles a key.
  priority: 5000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => {
            if (!isCompositionKey(event)) readSelection(view)
            return false
          },
        },
      },
    }),
  ],
})

/** Takes the selection of the page over into the state of the editor at once. */
export function readSelection(view: EditorView): void {
  if (view.composing || !view.hasFocus()) return
  // The editor reads the selection whenever it is told that there is another one.
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}
