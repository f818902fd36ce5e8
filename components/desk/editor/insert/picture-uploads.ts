import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { insertElement } from '@/components/desk/editor/document/insert-element'
import type { Picture } from '@/lib/article/article'

export interface PictureUploader {
  upload: (file: File) => Promise<Picture>
  /** Told what went wrong, in words. */
  onError: (message: string) => void
}

/** Pictures that are dropped on the story or pasted into it are uploaded, and stand where they were put. */
export const PictureUploads = Extension.create<{ desk: PictureUploader | null }>({
  name: 'picturesUnderWay',
  priority: 1600,
  addOptions: () => ({ desk: null }),
  addProseMirrorPlugins() {
    return this.options.desk ? [uploadPlugin(this.options.desk)] : []
  },
})

const key = new PluginKey<DecorationSet>('picturesUnderWay')

type UploadMeta = { begun: symbol; position: number; name: string } | { ended: symbol }

function uploadPlugin(desk: PictureUploader): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const under = before.map(transaction.mapping, transaction.doc)
        const told: UploadMeta | undefined = transaction.getMeta(key)
        if (!told) return under
        if ('begun' in told) {
          const { begun, position, name } = told
          return under.add(transaction.doc, [Decoration.widget(position, () => notice(name), { begun, side: -1 })])
        }
        return under.remove(under.find(undefined, undefined, ({ begun }) => begun === told.ended))
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste: (view, event) => {
        const data = event.clipboardData
        // Word and spreadsheets put a picture of the text beside the text.
        if (!data || data.getData('text/html') || data.getData('text/plain')) return false
        return uploadPictures(view, [...data.files], null, desk)
      },
      handleDrop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        return uploadPictures(view, [...(event.dataTransfer?.files ?? [])], at?.pos ?? null, desk)
      },
    },
  })
}

function notice(name: string): HTMLElement {
  const dom = document.createElement('p')
  dom.setAttribute('role', 'status')
  dom.lang = 'en'
  dom.dataset.uploading = ''
  dom.textContent = `Uploading ${name}.`
  return dom
}

/** True when there was a picture among the files. Those that were chosen with the button come in here as well. */
export function uploadPictures(view: EditorView, files: File[], at: number | null, desk: PictureUploader): boolean {
  const pictures = files.filter(({ type }) => type.startsWith('image/'))
  if (!pictures.length) return false
  for (const file of pictures) void uploadPicture(view, file, at ?? view.state.selection.from, desk)
  return true
}

async function uploadPicture(view: EditorView, file: File, at: number, desk: PictureUploader): Promise<void> {
  const begun = Symbol(file.name)
  const $at = view.state.doc.resolve(at)
  const position = $at.depth > 0 ? $at.after(1) : $at.pos
  view.dispatch(view.state.tr.setMeta(key, { begun, position, name: file.name } satisfies UploadMeta))
  try {
    const picture = await desk.upload(file)
    if (view.isDestroyed) return
    const place = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.begun === begun)[0]
    const transaction = view.state.tr.setMeta(key, { ended: begun } satisfies UploadMeta)
    const image = view.state.schema.node('image', { media: picture.id })
    const above = place && view.state.doc.resolve(place.from).nodeBefore
    // The empty line it was put on gives way.
    if (place && above?.type.name === 'paragraph' && above.content.size === 0) {
      transaction.replaceWith(place.from - above.nodeSize, place.from, image)
    } else if (place) transaction.insert(place.from, image)
    else insertElement(transaction, image)
    view.dispatch(transaction)
  } catch (error) {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, { ended: begun } satisfies UploadMeta))
    desk.onError(`${file.name} was not uploaded. ${error instanceof Error ? error.message : String(error)}`)
  }
}
