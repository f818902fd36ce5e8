import type { Attributes } from '@tiptap/core'

/** The id attribute of every element of a body. A split leaves it with the text that had it. */
export const elementId: Attributes = {
  id: {
    default: null,
    keepOnSplit: false,
    parseHTML: (dom) => {
      const id = dom.getAttribute('data-id') ?? ''
      return /^[a-z0-9-]{1,40}$/.test(id) ? id : null
    },
    renderHTML: ({ id }) => (id ? { 'data-id': id } : {}),
  },
}
