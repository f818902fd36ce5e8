import { Mark, markInputRule, mergeAttributes } from '@tiptap/core'
import type { ClassNames } from '@/components/desk/editor/document/nodes/class-names'

export function bold(classNames: ClassNames) {
  return Mark.create({
    name: 'bold',
    parseHTML: () => [
      { tag: 'strong' },
      // The wrapper that Google Docs puts around everything is a b that is not bold.
      { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null },
    ],
    renderHTML: ({ HTMLAttributes }) => ['strong', mergeAttributes({ class: classNames.bold }, HTMLAttributes), 0],
    addInputRules() {
      return [markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/, type: this.type })]
    },
    addKeyboardShortcuts() {
      return { 'Mod-b': () => this.editor.commands.toggleMark('bold') }
    },
  })
}
