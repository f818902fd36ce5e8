import { Mark, markInputRule, mergeAttributes } from '@tiptap/core'
import type { ClassNames } from '@/components/desk/editor/document/nodes/class-names'

export function subscript(classNames: ClassNames) {
  return Mark.create({
    name: 'subscript',
    parseHTML: () => [{ tag: 'sub' }],
    renderHTML: ({ HTMLAttributes }) => ['sub', mergeAttributes({ class: classNames.script }, HTMLAttributes), 0],
    addInputRules() {
      return [markInputRule({ find: /(~([^\s~]+)~)$/, type: this.type })]
    },
    addKeyboardShortcuts() {
      return { 'Mod-,': () => this.editor.chain().unsetMark('superscript').toggleMark('subscript').run() }
    },
  })
}
