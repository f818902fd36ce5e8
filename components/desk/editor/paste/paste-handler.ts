import { Extension } from '@tiptap/core'
import { Fragment, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { type ParseHtml, pastedHtml } from './pasted-html'

interface Options {
  /** Called with a sentence about what was left out. */
  onNotice: (message: string) => void
}

/** Turns pasted HTML and plain text into elements of a story. */
export const PasteHandler = Extension.create<Options>({
  name: 'pasteHandler',
  addOptions: () => ({ onNotice: () => {} }),
  addProseMirrorPlugins() {
    const { onNotice } = this.options
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            const { html: cleaned, picturesLeftOut } = pastedHtml(html, inert)
            if (picturesLeftOut) onNotice(leftOutText(picturesLeftOut))
            return cleaned
          },
          clipboardTextParser: (text, $context) => pastedText($context.doc.type.schema, text),
        },
      }),
    ]
  },
})

/** Plain text: blank lines and line breaks end paragraphs. */
export function pastedText(schema: Schema, text: string): Slice {
  const paragraphs = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => schema.node('paragraph', null, schema.text(line)))
  return new Slice(Fragment.from(paragraphs), 1, 1)
}

const inert: ParseHtml = (html) => new DOMParser().parseFromString(html, 'text/html')

function leftOutText(count: number): string {
  return count === 1
    ? 'One picture was left out: it stands on another server. Upload it here if the paper may use it.'
    : `${count} pictures were left out: they stand on other servers. Upload them here if the paper may use them.`
}
