import { Mark, markInputRule, mergeAttributes } from '@tiptap/core'
import type { ClassNames } from '@/components/desk/editor/document/nodes/class-names'

export function code(classNames: ClassNames) {
  return Mark.create({
    name: 'code',
    parseHTML: () => [{ tag: 'code' }],
    renderHTML: ({ HTMLAttributes }) => [
      'code',
      mergeAttributes({ class: classNames.code, spellcheck: 'false' }, HTMLAttributes),
      0,
    ],
    addInputRules() {
      return [markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: this.type })]
    },
    addKeyboardShortcuts() {
      return { 'Mod-e': () => this.editor.commands.toggleMark('code') }
    },
  })
}
