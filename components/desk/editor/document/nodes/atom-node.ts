import { type Attributes, Node } from '@tiptap/core'
import { type BodyElement, draftBodySchema, type ElementOf } from '@/lib/article/body'
import { elementId } from './element-id'

/** The elements that are atoms to ProseMirror: they hold no text of the document. */
export type AtomType = 'image' | 'gallery' | 'embed' | 'also-read' | 'related-news'

interface AtomSpec<T extends AtomType> {
  /** The name in the document: no dashes, which content expressions do not know. */
  name: string
  type: T
  /** The element's own fields with the value of a new one; null stands for a field that is not there. */
  fields: Record<Exclude<keyof ElementOf<T>, 'id' | 'type'>, unknown>
}

/** Such an element as a node. On the clipboard it is the element's JSON; JSON that is no valid element is not pasted. */
export function atomNode<T extends AtomType>({ name, type, fields }: AtomSpec<T>) {
  const attributes: Attributes = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, { default: value, rendered: false }]),
  )
  return Node.create({
    name,
    group: 'element',
    atom: true,
    draggable: true,
    addAttributes: () => ({ ...elementId, ...attributes }),
    parseHTML: () => [
      {
        tag: `div[data-element="${type}"]`,
        getAttrs: (dom) => {
          const element = storedElement(dom.getAttribute('data-json') ?? '')
          if (element?.type !== type) return false
          const { id: _, type: __, ...known } = element
          return known
        },
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      // What is copied was chosen by whoever copies it.
      const { id: _, automatic: __, ...known } = node.attrs
      const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
      return ['div', { ...HTMLAttributes, 'data-element': type, 'data-json': JSON.stringify({ type, ...present }) }]
    },
  })
}

function storedElement(json: string): BodyElement | null {
  try {
    const parsed = draftBodySchema.safeParse([{ ...JSON.parse(json), id: 'e' }])
    return parsed.success ? (parsed.data[0] ?? null) : null
  } catch {
    return null
  }
}
