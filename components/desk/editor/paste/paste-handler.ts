import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { unwrapped } from './hard-wrapped'
import { pastedPlace, pasteNoticePlugin } from './paste-notice'
import { type ParseHtml, pastedHtml } from './pasted-html'
import { pastedText } from './pasted-text'
import { clipboardHtml, clipboardSlice, isCopiedHere, StorySerializer } from './story-clipboard'

interface Options {
  /** Called with what was left out, in sentences; with an empty text for a paste that left out nothing. */
  onNotice: (message: string) => void
  /** Called with what joins the lines of a plain text that were wrapped by hand; with null when there is none any more. */
  onWrapped: (join: (() => void) | null) => void
}

/** Turns pasted and dropped HTML and plain text into elements of a story. */
export const PasteHandler = Extension.create<Options>({
  name: 'pasteHandler',
  addOptions: () => ({ onNotice: () => {}, onWrapped: () => {} }),
  addProseMirrorPlugins() {
    const { onNotice, onWrapped } = this.options
    const { schema } = this.editor
    const { origin } = location
    return [
      pasteNoticePlugin(() => {
        onNotice('')
        onWrapped(null)
      }),
      new Plugin({
        props: {
          clipboardSerializer: new StorySerializer(schema, origin),
          transformPastedHTML: (html) => {
            onWrapped(null)
            const source = inert(html)
            if (isCopiedHere(source, origin)) return html
            const { elements, leftOut } = pastedHtml(html, () => source, origin)
            onNotice(leftOut.sentences.join(' '))
            return clipboardHtml(elements, schema, document)
          },
          clipboardTextParser: (text, _context, _isPlain, view) => {
            const paragraphs = unwrapped(text)
            onWrapped(paragraphs === null ? null : () => pasteInstead(view, paragraphs))
            return clipboardSlice(pastedText(text), schema, document)
          },
        },
      }),
    ]
  },
})

/** Puts these paragraphs in place of what was pasted last. One undo brings the lines back. */
function pasteInstead(view: EditorView, paragraphs: string): void {
  const place = pastedPlace(view.state)
  if (!place) return
  const slice = clipboardSlice(pastedText(paragraphs), view.state.schema, document)
  view.dispatch(closeHistory(view.state.tr.replace(place.from, place.to, slice)).scrollIntoView())
}

const inert: ParseHtml = (html) => new DOMParser().parseFromString(html, 'text/html')
