'use client'

import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import body from '@/components/article/body.module.css'
import { isCompositionKey } from '@/components/desk/composition-key'
import type { Picture } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import { directionOf } from '@/lib/paper/language'
import { BatchedLookup } from './batched-lookup'
import { BlockTool } from './blocks/block'
import { applyBody } from './document/apply-body'
import { bodyOf, documentOf } from './document/body-document'
import { convertBlocks } from './document/convert-blocks'
import { positionOf } from './document/element-ids'
import { insertElement } from './document/insert-element'
import { storyExtensions } from './document/story-extensions'
import type { EditorServices } from './editor-services'
import { choosePictureFiles } from './insert/choose-picture-files'
import { EmbedDialog } from './insert/embed-dialog'
import type { Insertion } from './insert/insertion'
import { linkDialogOptions } from './insert/link-dialog-options'
import { newElement } from './insert/new-element'
import { SlashMenu } from './insert/slash-menu'
import type { SlashKeys } from './insert/slash-query'
import { StoryDialog } from './insert/story-dialog'
import type { StoryDialogOptions } from './insert/story-dialog-options'
import { UploadQueue } from './insert/upload-queue'
import { useLibraryPicker } from './insert/use-library-picker'
import { ShortcutsDialog } from './keyboard/shortcuts-dialog'
import styles from './story-editor.module.css'
import { StoryEditorContext, type StoryEditorContextValue } from './story-editor-context'
import { Toolbar } from './toolbar/toolbar'

/** The commands that the page around the editor has. */
export interface StoryEditorHandle {
  /**
   * Shows a body with changes of others, element by element. The caret stays, undo does not revert it, and `onBody` is not
   * called.
   */
  applyBody: (body: Body) => void
  /** The current text. */
  body: () => Body
  /** Puts the caret into the element, or selects it when it has no text, and scrolls to it. */
  focusElement: (id: string) => void
  /** Inserts an element, as the toolbar does. */
  insert: (kind: Insertion) => void
}

interface Props {
  /** The initial text; later changes of others come in through `applyBody`. */
  body: Body
  /** BCP 47 tag; decides the writing direction. */
  language: string
  /** The article that is being written; null before it has an id. */
  articleId: number | null
  /** IANA zone of the site, for the times of scheduled stories. */
  timeZone: string
  editable: boolean
  services: EditorServices
  /** Called at every change by the editor; elements that did not change are the same objects as before. */
  onBody: (body: Body) => void
  ref?: Ref<StoryEditorHandle>
}

type OpenDialog = StoryDialogOptions | { kind: 'embed' } | { kind: 'shortcuts' }

/** The editor of a story's text, which looks as readers will see it. */
export function StoryEditor({
  body: initialBody,
  language,
  articleId,
  timeZone,
  editable,
  services,
  onBody,
  ref,
}: Props) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [problem, setProblem] = useState('')
  const [notice, setNotice] = useState('')
  const latest = useRef({ services, onBody })
  latest.current = { services, onBody }
  const slashKeys = useRef<SlashKeys>({ handle: () => false })
  const editorRef = useRef<Editor | null>(null)

  const lookups = useMemo(
    () => ({
      stories: new BatchedLookup((ids) => latest.current.services.targets(ids)),
      pictures: new BatchedLookup<Picture>((ids) => latest.current.services.pictures(ids)),
    }),
    [],
  )
  const { picker, pickFromLibrary } = useLibraryPicker((picture) => lookups.pictures.set(picture))
  const uploader = useMemo(() => {
    const say = (message: string) => setProblem((said) => (said ? `${said} ${message}` : message))
    const inTurn = new UploadQueue({
      upload: (file) => latest.current.services.upload(file),
      onStart: () => setProblem(''),
    })
    return {
      upload: async (file: File) => {
        const { picture, notices } = await inTurn.upload(file)
        if (notices.length) say(`${file.name}: ${notices.join(' ')}`)
        lookups.pictures.set(picture)
        return picture
      },
      onError: say,
      onUpload: () => {
        setProblem('')
        setNotice('')
      },
    }
  }, [lookups])
  const extensions = useMemo(
    () =>
      storyExtensions({
        resolver: {
          resolve: async (address) => {
            const story = await latest.current.services.resolve(address).catch(() => null)
            if (story) lookups.stories.set(story)
            return story?.id === articleId ? null : story
          },
        },
        pasteResolver: {
          resolvePasted: async (addresses, headlines) => {
            const answer = await latest.current.services.resolvePasted(addresses, headlines).catch(() => null)
            for (const { story } of answer?.addresses ?? []) if (story) lookups.stories.set(story)
            for (const { exact } of answer?.headlines ?? []) if (exact) lookups.stories.set(exact)
            return answer
          },
          onNotice: setNotice,
        },
        uploader,
        slashKeys: slashKeys.current,
        timeZone,
      }),
    [lookups, uploader, articleId, timeZone],
  )
  const attributes = useMemo(
    () => ({
      class: `${body.body} ${styles.story}`,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Story text',
      'aria-readonly': editable ? 'false' : 'true',
      'aria-haspopup': 'listbox',
      lang: language,
      dir: directionOf(language),
      spellcheck: 'true',
    }),
    [language, editable],
  )

  const editor = useEditor({
    extensions,
    editable,
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes, handleDOMEvents },
    onBeforeCreate: ({ editor: created }) => {
      created.options.content = documentOf(created.schema, initialBody) as never
    },
    onUpdate: ({ editor: changed }) => latest.current.onBody(bodyOf(changed.state.doc)),
  })
  editorRef.current = editor

  // Linked stories may have changed while the page was in the background.
  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && lookups.stories.refresh()
    document.addEventListener('visibilitychange', refresh)
    window.addEventListener('focus', refresh)
    return () => {
      document.removeEventListener('visibilitychange', refresh)
      window.removeEventListener('focus', refresh)
    }
  }, [lookups])

  // A dialog takes the focus with it when it goes away.
  const hasDialog = dialog !== null || picker !== null
  useEffect(() => {
    if (!hasDialog) return
    return () => {
      const text = editorRef.current
      if (text && !text.isDestroyed) text.view.focus()
    }
  }, [hasDialog])

  async function choosePictures(several: boolean): Promise<Picture[]> {
    const files = await choosePictureFiles(several)
    const uploads = await Promise.allSettled(files.map(uploader.upload))
    for (const [index, upload] of uploads.entries()) {
      if (upload.status === 'rejected')
        uploader.onError(`${files[index]?.name} was not uploaded. ${upload.reason.message}`)
    }
    return uploads.flatMap((upload) => (upload.status === 'fulfilled' ? [upload.value] : []))
  }

  function insertNode(name: string, attrs: Record<string, unknown>): void {
    if (!editor) return
    editor.view.dispatch(insertElement(editor.state.tr, editor.schema.node(name, attrs)))
    editor.commands.focus()
  }

  async function insert(kind: Insertion): Promise<void> {
    if (!editor?.isEditable) return
    switch (kind) {
      case 'also-read':
        return setDialog({ kind, onChosen: (target) => insertNode('alsoRead', { target }) })
      case 'related-news':
        return setDialog({ kind, present: [], onChosen: (articles) => insertNode('relatedNews', { articles }) })
      case 'embed':
        return setDialog({ kind })
      case 'image':
        for (const { id } of await choosePictures(true)) insertNode('image', { media: id })
        return
      case 'library':
        for (const { id } of await pickFromLibrary(true)) insertNode('image', { media: id })
        return
      case 'gallery': {
        const items = (await choosePictures(true)).map(({ id }) => ({ media: id }))
        if (items.length) insertNode('gallery', { items })
        return
      }
      case 'live-entry':
      case 'table':
      case 'fact-box':
      case 'divider': {
        const element = newElement(editor.schema, kind, Date.now())
        if (element) editor.view.dispatch(insertElement(editor.state.tr, element))
        break
      }
      default: {
        const transaction = editor.state.tr
        if (convertBlocks(transaction, kind)) editor.view.dispatch(transaction.scrollIntoView())
      }
    }
    editor.commands.focus()
  }

  function openLinkDialog(): void {
    const options = editor && linkDialogOptions(editor)
    if (options) setDialog(options)
  }

  useImperativeHandle(ref, () => ({
    applyBody: (changed) => {
      const transaction = editorRef.current && applyBody(editorRef.current.state, changed)
      if (transaction) editorRef.current?.view.dispatch(transaction)
    },
    body: () => (editorRef.current ? bodyOf(editorRef.current.state.doc) : initialBody),
    focusElement: (id) => {
      const position = editorRef.current && positionOf(editorRef.current.state.doc, id)
      if (editorRef.current && position !== null) focusNode(editorRef.current, position)
    },
    insert: (kind) => void insert(kind),
  }))

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (isCompositionKey(event.nativeEvent)) return
    const mod = event.ctrlKey || event.metaKey
    if (event.altKey && event.key === 'F10') {
      event.currentTarget.querySelector<HTMLElement>('[data-toolbar] button[tabindex="0"]')?.focus()
    } else if (mod && !event.altKey && event.key.toLowerCase() === 'k') openLinkDialog()
    else if (mod && event.key === '/') setDialog({ kind: 'shortcuts' })
    else return
    event.preventDefault()
  }

  const context: StoryEditorContextValue = {
    services,
    articleId,
    timeZone,
    editable,
    ...lookups,
    openStoryDialog: setDialog,
    choosePictures,
    pickFromLibrary,
  }
  if (!editor) return <div className={styles.waiting}>The text opens.</div>
  return (
    <StoryEditorContext value={context}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the text and of its toolbar */}
      <section className={styles.editor} onKeyDown={onKeyDown}>
        {editable ? (
          <Toolbar
            editor={editor}
            onInsert={(kind) => void insert(kind)}
            onLink={openLinkDialog}
            onShortcuts={() => setDialog({ kind: 'shortcuts' })}
          />
        ) : null}
        <p className={styles.problem} role="alert">
          {problem}
        </p>
        {notice ? (
          <p className={styles.notice} role="status">
            {notice}{' '}
            <BlockTool
              onClick={() => {
                setNotice('')
                editor.commands.focus()
              }}
            >
              Dismiss
            </BlockTool>
          </p>
        ) : null}
        <EditorContent editor={editor} />
        {editable ? (
          <SlashMenu editor={editor} keys={slashKeys.current} onChoose={(kind) => void insert(kind)} />
        ) : null}
      </section>
      {picker}
      {dialog && isStoryDialog(dialog) ? <StoryDialog options={dialog} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'embed' ? (
        <EmbedDialog onClose={() => setDialog(null)} onChosen={(embed) => insertNode('embed', embed)} />
      ) : null}
      {dialog?.kind === 'shortcuts' ? <ShortcutsDialog onClose={() => setDialog(null)} /> : null}
    </StoryEditorContext>
  )
}

function isStoryDialog(dialog: OpenDialog): dialog is StoryDialogOptions {
  return dialog.kind !== 'embed' && dialog.kind !== 'shortcuts'
}

function focusNode(editor: Editor, position: number): void {
  const node = editor.state.doc.nodeAt(position)
  if (!node) return
  if (node.isAtom) editor.chain().setNodeSelection(position).focus().scrollIntoView().run()
  else
    editor
      .chain()
      .setTextSelection(position + 1)
      .focus()
      .scrollIntoView()
      .run()
}

/** A click on a link places the caret; with Ctrl or Command it opens the link in a new window. */
const handleDOMEvents = {
  click: (_: unknown, event: MouseEvent): boolean => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return false
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener')
    return false
  },
}
