import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { pasteNoticePlugin } from './paste-notice'
import { type ParseHtml, pastedHtml } from './pasted-html'
import { pastedText } from './pasted-text'
import { clipboardHtml, clipboardSlice, isCopiedHere, StorySerializer } from './story-clipboard'

interface Options {
  /** Called with what was left out, in sentences; with an empty text for a paste that left out nothing. */
  onNotice: (message: string) => void
}

/** Turns pasted and dropped HTML and plain text into elements of a story. */
export const PasteHandler = Extension.create<Options>({
  name: 'pasteHandler',
  addOptions: () => ({ onNotice: () => {} }),
  addProseMirrorPlugins() {
    const { onNotice } = this.options
    const { schema } = this.editor
    const { origin } = location
    return [
      pasteNoticePlugin(() => onNotice('')),
      new Plugin({
        props: {
          clipboardSerializer: new StorySerializer(schema, origin),
          transformPastedHTML: (html) => {
            const source = inert(html)
            if (isCopiedHere(source, origin)) return html
            const { elements, leftOut } = pastedHtml(html, () => source, origin)
            onNotice(leftOut.sentences.join(' '))
            return clipboardHtml(elements, schema, document)
          },
          clipboardTextParser: (text) => clipboardSlice(pastedText(text), schema, document),
        },
      }),
    ]
  },
})

const inert: ParseHtml = (html) => new DOMParser().parseFromString(html, 'text/html')
