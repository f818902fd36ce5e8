import { Extension, InputRule } from '@tiptap/core'
import { caretBehind } from './insert/place-element'
import { type TextKind, turnInto } from './turn-into'

/** What typed at the start of a paragraph makes it something else. */
const STARTS: [RegExp, TextKind][] = [
  [/^##\s$/, 'heading'],
  [/^###\s$/, 'subheading'],
  [/^[-*•]\s$/, 'list'],
  [/^1[.)]\s$/, 'numbered-list'],
  [/^>\s$/, 'quote'],
]

/** Markdown as it is typed. Marks such as **bold** stand with their mark. */
export const TypedMarks = Extension.create({
  name: 'typedMarks',
  addInputRules: () => [
    ...STARTS.map(
      ([find, kind]) =>
        new InputRule({
          find,
          handler: ({ state: { tr }, range }) => {
            if (tr.selection.$head.parent.type.name !== 'paragraph') return null
            tr.delete(range.from, range.to)
            return turnInto(tr, kind) ? undefined : null
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
        caretBehind(tr, at + 1)
        return undefined
      },
    }),
  ],
})
