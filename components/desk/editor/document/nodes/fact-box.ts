import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

export function factBox(classNames: ClassNames) {
  return Node.create({
    name: 'factBox',
    group: 'element',
    content: 'factTitle factItem*',
    isolating: true,
    defining: true,
    addAttributes: () => elementId,
    parseHTML: () => [{ tag: 'aside[data-element="fact-box"]' }],
    renderHTML: ({ HTMLAttributes }) => [
      'aside',
      mergeAttributes({ class: classNames.factBox, 'data-element': 'fact-box' }, HTMLAttributes),
      0,
    ],
  })
}

export function factTitle(classNames: ClassNames) {
  return Node.create({
    name: 'factTitle',
    content: 'text*',
    marks: '',
    defining: true,
    parseHTML: () => [{ tag: 'p[data-part="fact-title"]', priority: 60 }],
    renderHTML: () => [
      'p',
      { class: classNames.factTitle, 'data-part': 'fact-title', 'data-hint': 'What the box is about' },
      0,
    ],
  })
}
