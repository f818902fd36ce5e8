import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { insertElement } from '@/components/desk/editor/document/insert-element'
import type { Picture } from '@/lib/pictures/picture'
import { mayBePicture, refusalOf } from './dropped-file'

export interface PictureUploader {
  upload: (file: File) => Promise<Picture>
  /** Called with a sentence about what went wrong; what was said of other pictures stays. */
  onError: (message: string) => void
  /** Called when pictures of the clipboard are uploaded, so that they were not left out. */
  onUpload: () => void
}

/** Uploads pictures that are dropped on the text or pasted into it, and inserts them there. */
export const PictureUploads = Extension.create<{ uploader: PictureUploader | null }>({
  name: 'pictureUploads',
  priority: 1600,
  addOptions: () => ({ uploader: null }),
  addProseMirrorPlugins() {
    return this.options.uploader ? [uploadPlugin(this.options.uploader)] : []
  },
})

const key = new PluginKey<DecorationSet>('pictureUploads')

type UploadMeta = { started: symbol; position: number; name: string } | { finished: symbol }

function uploadPlugin(uploader: PictureUploader): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const notices = before.map(transaction.mapping, transaction.doc)
        const meta: UploadMeta | undefined = transaction.getMeta(key)
        if (!meta) return notices
        if ('started' in meta) {
          const { started, position, name } = meta
          return notices.add(transaction.doc, [Decoration.widget(position, () => notice(name), { started, side: -1 })])
        }
        return notices.remove(notices.find(undefined, undefined, ({ started }) => started === meta.finished))
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste: (view, event) => {
        const data = event.clipboardData
        // Word and spreadsheets add a picture of the copied text to the clipboard; a copied picture has no words.
        if (!data || data.getData('text/plain').trim() || wordsIn(data.getData('text/html'))) return false
        return addFiles(view, [...data.files], null, uploader)
      },
      handleDrop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        return addFiles(view, [...(event.dataTransfer?.files ?? [])], at?.pos ?? null, uploader)
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

/** Uploads pictures, and says of any other file what to do with it. True when there are files. */
function addFiles(view: EditorView, files: File[], at: number | null, uploader: PictureUploader): boolean {
  if (!files.length) return false
  uploader.onUpload()
  const refused = files.filter((file) => !mayBePicture(file))
  for (const file of files) {
    if (mayBePicture(file)) void uploadPicture(view, file, at ?? view.state.selection.from, uploader)
  }
  // After the start of uploads, which takes back what was said before.
  if (refused.length) uploader.onError(refused.map(({ name, type }) => refusalOf(name, type)).join(' '))
  return true
}

function wordsIn(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() ?? ''
}

async function uploadPicture(view: EditorView, file: File, at: number, uploader: PictureUploader): Promise<void> {
  const started = Symbol(file.name)
  const $at = view.state.doc.resolve(at)
  const position = $at.depth > 0 ? $at.after(1) : $at.pos
  view.dispatch(view.state.tr.setMeta(key, { started, position, name: file.name } satisfies UploadMeta))
  try {
    const picture = await uploader.upload(file)
    if (view.isDestroyed) return
    const place = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.started === started)[0]
    const transaction = view.state.tr.setMeta(key, { finished: started } satisfies UploadMeta)
    const image = view.state.schema.node('image', { media: picture.id })
    const above = place && view.state.doc.resolve(place.from).nodeBefore
    // An empty paragraph before it is replaced.
    if (place && above?.type.name === 'paragraph' && above.content.size === 0) {
      transaction.replaceWith(place.from - above.nodeSize, place.from, image)
    } else if (place) transaction.insert(place.from, image)
    else insertElement(transaction, image)
    view.dispatch(transaction)
  } catch (error) {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, { finished: started } satisfies UploadMeta))
    uploader.onError(`${file.name} was not uploaded. ${error instanceof Error ? error.message : String(error)}`)
  }
}
