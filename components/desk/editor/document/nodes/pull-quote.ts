import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

export function pullQuote(classNames: ClassNames) {
  return Node.create({
    name: 'pullQuote',
    group: 'element',
    content: 'pullWords pullAttribution?',
    defining: true,
    addAttributes: () => elementId,
    parseHTML: () => [{ tag: 'aside[data-element="pull-quote"]' }],
    renderHTML: ({ HTMLAttributes }) => [
      'aside',
      mergeAttributes({ class: classNames.pullQuote, 'data-element': 'pull-quote' }, HTMLAttributes),
      0,
    ],
  })
}

/** Plain words: the size is the emphasis. */
export function pullWords(classNames: ClassNames) {
  return Node.create({
    name: 'pullWords',
    content: 'text*',
    marks: '',
    defining: true,
    parseHTML: () => [{ tag: 'p[data-part="pull-words"]', priority: 60 }],
    renderHTML: () => [
      'p',
      { class: classNames.pullWords, 'data-part': 'pull-words', 'data-hint': 'The words that draw the reader in' },
      0,
    ],
  })
}

export function pullAttribution(classNames: ClassNames) {
  return Node.create({
    name: 'pullAttribution',
    content: 'text*',
    marks: '',
    parseHTML: () => [{ tag: 'p[data-part="pull-attribution"]', priority: 60 }],
    renderHTML: () => [
      'p',
      { class: classNames.pullAttribution, 'data-part': 'pull-attribution', 'data-hint': 'Who said it' },
      0,
    ],
  })
}
