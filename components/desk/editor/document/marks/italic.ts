import { Mark, markInputRule } from '@tiptap/core'

export const italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i', getAttrs: (dom) => dom.style.fontStyle !== 'normal' && null }],
  renderHTML: () => ['em', 0],
  addInputRules() {
    return [
      markInputRule({ find: /(?:^|\s)(_(?!\s)([^_]+)(?<!\s)_)$/, type: this.type }),
      markInputRule({ find: /(?:^|\s)(\*(?!\s|\*)([^*]+)(?<!\s)\*)$/, type: this.type }),
    ]
  },
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark('italic') }
  },
})
