import { mergeAttributes, Node } from '@tiptap/core'
import type { ClassNames } from './class-names'
import { elementId } from './element-id'

export function quote(classNames: ClassNames) {
  return Node.create({
    name: 'quote',
    group: 'element',
    content: 'quoteWords attribution?',
    defining: true,
    addAttributes: () => elementId,
    parseHTML: () => [{ tag: 'figure[data-element="quote"]' }],
    renderHTML: ({ HTMLAttributes }) => [
      'figure',
      mergeAttributes({ class: classNames.quote, 'data-element': 'quote' }, HTMLAttributes),
      0,
    ],
  })
}

export const quoteWords = Node.create({
  name: 'quoteWords',
  content: 'inline*',
  defining: true,
  // The paragraph in it, which would be an element of its own, is what the words are written in.
  parseHTML: () => [{ tag: 'blockquote', contentElement: (node) => node.querySelector('p') ?? node }],
  renderHTML: () => ['blockquote', ['p', { 'data-hint': 'What was said' }, 0]],
})

/** Who said it; plain words. */
export const attribution = Node.create({
  name: 'attribution',
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: () => ['figcaption', { 'data-hint': 'Who said it' }, 0],
})
