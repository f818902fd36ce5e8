import { Extension, InputRule } from '@tiptap/core'
import { convertBlocks, type TextBlockKind } from '@/components/desk/editor/document/convert-blocks'
import { caretAfter } from '@/components/desk/editor/document/insert-element'

/** What is typed at the start of a paragraph, and what the paragraph becomes. */
const BLOCK_RULES: [RegExp, TextBlockKind][] = [
  [/^##\s$/, 'heading'],
  [/^###\s$/, 'subheading'],
  [/^[-*•]\s$/, 'list'],
  [/^1[.)]\s$/, 'numbered-list'],
  [/^>\s$/, 'quote'],
]

/** Markdown that is converted as it is typed. The rules of marks such as **bold** are in the files of the marks. */
export const MarkdownShortcuts = Extension.create({
  name: 'markdownShortcuts',
  addInputRules: () => [
    ...BLOCK_RULES.map(
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
