import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import type { ClassNames } from '@/components/desk/editor/document/nodes/class-names'
import { tableTools } from './table-tools'

/** Renders a table as readers see it, with an input for its caption and, while the caret is in it, its tools above. */
export class TableView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #caption: HTMLInputElement
  readonly #tools: HTMLElement
  #node: Node

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, classNames: ClassNames) {
    this.#node = node
    this.dom = document.createElement('section')
    this.dom.dataset.table = ''
    const scroll = document.createElement('div')
    scroll.className = classNames.tableScroll ?? ''
    this.dom.setAttribute('data-id', node.attrs.id ?? '')
    this.#caption = document.createElement('input')
    this.#caption.setAttribute('aria-label', 'Table caption')
    this.#caption.placeholder = 'Table caption'
    this.#caption.contentEditable = 'false'
    this.#caption.dir = 'auto'
    this.#caption.addEventListener('input', () => {
      const position = getPos()
      if (position === undefined) return
      view.dispatch(view.state.tr.setNodeAttribute(position, 'caption', this.#caption.value || null))
    })
    const table = document.createElement('table')
    table.className = classNames.table ?? ''
    this.contentDOM = document.createElement('tbody')
    table.append(this.contentDOM)
    scroll.append(table)
    this.#tools = tableTools(view)
    this.dom.append(this.#tools, this.#caption, scroll)
    this.#show()
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#show()
    return true
  }

  #show(): void {
    const { id, caption } = this.#node.attrs
    this.dom.setAttribute('data-id', id ?? '')
    if (this.#caption.value !== (caption ?? '')) this.#caption.value = caption ?? ''
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#caption || (event.target instanceof Element && this.#tools.contains(event.target))
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return mutation.target === this.dom || mutation.target === this.#caption || this.#tools.contains(mutation.target)
  }
}
