import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { findPassage, MAX_QUOTE_LENGTH, type Passage } from '@/lib/comments/passage'
import { elementPlaces, offsetAt, positionAt } from './passage-places'

/** A passage of the text with the comment about it. */
export interface CommentedPassage {
  /** The id of the comment. */
  id: number
  passage: Passage
}

const KEY = new PluginKey<DecorationSet>('commentedText')

/** The passages of a text that have comments: marked in the editor, and found from both sides. */
export class CommentedText {
  /** Called when somebody clicks on a marked passage. */
  onChosen: (id: number) => void = () => {}
  #view: EditorView | null = null
  #passages: CommentedPassage[] = []

  /** Marks these passages, and no others. */
  show(passages: CommentedPassage[]): void {
    this.#passages = passages
    this.#mark()
  }

  /** The words that are selected in the text, within one element; null when none are. */
  selected(): Passage | null {
    const { state } = this.#view ?? {}
    if (!state || !(state.selection instanceof TextSelection) || state.selection.empty) return null
    const { from, to } = state.selection
    for (const place of elementPlaces(state.doc)) {
      const start = offsetAt(place, from)
      if (start === null) continue
      const end = offsetAt(place, to) ?? place.text.length
      const words = place.text.slice(start, end)
      const quote = words.trim().slice(0, MAX_QUOTE_LENGTH)
      if (quote === '') return null
      return { elementId: place.id, quote, start: start + words.length - words.trimStart().length }
    }
    return null
  }

  /** Selects the passage of a comment and scrolls to it; false when its words are gone. */
  goTo(id: number): boolean {
    const view = this.#view
    const mark = view && KEY.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id)[0]
    if (!view || !mark) return false
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, mark.from, mark.to)).scrollIntoView())
    view.focus()
    return true
  }

  /** The part of the editor that marks the passages. They follow what is written around them. */
  extension(): Extension {
    return Extension.create({ name: 'commentedText', addProseMirrorPlugins: () => [this.#plugin()] })
  }

  #plugin(): Plugin {
    return new Plugin<DecorationSet>({
      key: KEY,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, marks) => transaction.getMeta(KEY) ?? marks.map(transaction.mapping, transaction.doc),
      },
      props: {
        decorations: (state) => KEY.getState(state),
        handleClick: (view, position) => {
          const [mark] = KEY.getState(view.state)?.find(position, position) ?? []
          if (mark) this.onChosen(mark.spec.id)
          return false
        },
      },
      view: (view) => {
        this.#view = view
        this.#mark()
        return {
          destroy: () => {
            this.#view = null
          },
        }
      },
    })
  }

  #mark(): void {
    const view = this.#view
    if (!view) return
    const places = elementPlaces(view.state.doc)
    const marks = this.#passages.flatMap(({ id, passage }) => {
      const found = findPassage(passage, places)
      const place = places.find((one) => one.id === found?.elementId)
      const from = found && place ? positionAt(place, found.from) : null
      const to = found && place ? positionAt(place, found.to) : null
      if (from === null || to === null || from >= to) return []
      return Decoration.inline(from, to, { 'data-commented': '' }, { id })
    })
    // While the editor is made, its view must not get a transaction.
    queueMicrotask(() => {
      if (this.#view !== view || view.isDestroyed) return
      view.dispatch(view.state.tr.setMeta(KEY, DecorationSet.create(view.state.doc, marks)))
    })
  }
}
