import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'

/** Where the text stands that was pasted last, while anything of it is left; null when there is none. */
type Place = { from: number; to: number } | null

const key = new PluginKey<Place>('pasteNotice')

/** Calls `onGone` once nothing is left of the text that was pasted last: what was left out of it is of no interest then. */
export function pasteNoticePlugin(onGone: () => void): Plugin<Place> {
  return new Plugin<Place>({
    key,
    state: {
      init: () => null,
      apply: (transaction, before) => {
        const isPaste = transaction.getMeta('paste') || transaction.getMeta('uiEvent') === 'drop'
        if (isPaste && transaction.docChanged) return changedPlace(transaction)
        if (!before) return null
        const from = transaction.mapping.map(before.from, 1)
        const to = transaction.mapping.map(before.to, -1)
        return from < to ? { from, to } : null
      },
    },
    view: () => ({
      update: (view, before) => {
        if (key.getState(before) && !key.getState(view.state)) onGone()
      },
    }),
  })
}

/** Where the text stands that was pasted last, as far as it is left; null when there is none. */
export function pastedPlace(state: EditorState): Place {
  return key.getState(state) ?? null
}

function changedPlace({ mapping }: Transaction): Place {
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  for (const [step, map] of mapping.maps.entries()) {
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      const after = mapping.slice(step + 1)
      from = Math.min(from, after.map(newFrom, -1))
      to = Math.max(to, after.map(newTo, 1))
    })
  }
  return from < to ? { from, to } : null
}
