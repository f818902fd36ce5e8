import { Mark, markInputRule, mergeAttributes } from '@tiptap/core'
import type { ClassNames } from '@/components/desk/editor/document/nodes/class-names'

export function superscript(classNames: ClassNames) {
  return Mark.create({
    name: 'superscript',
    parseHTML: () => [{ tag: 'sup' }],
    renderHTML: ({ HTMLAttributes }) => ['sup', mergeAttributes({ class: classNames.script }, HTMLAttributes), 0],
    addInputRules() {
      return [markInputRule({ find: /(\^([^\s^]+)\^)$/, type: this.type })]
    },
    addKeyboardShortcuts() {
      return { 'Mod-.': () => this.editor.chain().unsetMark('subscript').toggleMark('superscript').run() }
    },
  })
}
