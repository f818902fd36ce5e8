import { Extension, InputRule } from '@tiptap/core'
import { convertBlocks, type TextBlockKind } from '@/components/desk/editor/document/convert-blocks'
import { caretAfter } from '@/components/desk/editor/document/insert-element'

/** What typed at the start of a paragraph makes it something else. */
const STARTS: [RegExp, TextBlockKind][] = [
  [/^##\s$/, 'heading'],
  [/^###\s$/, 'subheading'],
  [/^[-*•]\s$/, 'list'],
  [/^1[.)]\s$/, 'numbered-list'],
  [/^>\s$/, 'quote'],
]

/** Markdown as it is typed. Marks such as **bold** stand with their mark. */
export const MarkdownShortcuts = Extension.create({
  name: 'typedMarks',
  addInputRules: () => [
    ...STARTS.map(
      ([find, kind]) =>
        new InputRule({
          find,
          handler: ({ state: { tr }, range }) => {
            if (tr.selection.$head.parent.type.name !== 'paragraph') return null
            tr.delete(range.from, range.to)
            return convertBlocks(tr, kind) ? undefined : null
          },
        }),
    ),
    new InputRule({
      find: /^---$/,
      handler: ({ state: { tr, schema } }) => {
        const { $head } = tr.selection
        if ($head.depth !== 1 || $head.parent.type.name !== 'paragraph') return null
        const at = $head.before()
        tr.replaceWith(at, $head.after(), schema.node('divider'))
        caretAfter(tr, at + 1)
        return undefined
      },
    }),
  ],
})
