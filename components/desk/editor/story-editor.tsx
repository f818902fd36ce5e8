'use client'

import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import body from '@/components/article/body.module.css'
import type { Picture } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import { directionOf } from '@/lib/paper/language'
import { BatchedLookup } from './batched-lookup'
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
import { ShortcutsDialog } from './keyboard/shortcuts-dialog'
import styles from './story-editor.module.css'
import { StoryEditorContext, type StoryEditorContextValue } from './story-editor-context'
import { Toolbar } from './toolbar/toolbar'

/** What the page around the editor can ask of it. */
export interface StoryEditorHandle {
  /** Takes over what others changed, element by element; the caret stays, and undo does not take it back. Not echoed. */
  applyBody: (body: Body) => void
  /** The text as it stands. */
  body: () => Body
  /** Puts the caret into the element, or chooses it, and brings it into view. */
  focusElement: (id: string) => void
  /** As the toolbar's button of that name. */
  insert: (kind: Insertion) => void
}

interface Props {
  /** What the editor starts with; later changes come in by `applyBody`. */
  body: Body
  /** BCP 47; decides the direction. */
  language: string
  /** The story that is written; null before it has a number. */
  articleId: number | null
  /** IANA zone of the site, for the times of scheduled stories. */
  timeZone: string
  editable: boolean
  services: EditorServices
  /** At every change by the editor; the elements that did not change are the same objects as before. */
  onBody: (body: Body) => void
  ref?: Ref<StoryEditorHandle>
}

type OpenDialog = StoryDialogOptions | { kind: 'embed' } | { kind: 'keys' }

/** The text of a story, as its page will show it, to write in. */
export function StoryEditor({
  body: given,
  language,
  articleId: self,
  timeZone,
  editable,
  services,
  onBody,
  ref,
}: Props) {
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const [problem, setProblem] = useState('')
  const told = useRef({ services, onBody })
  told.current = { services, onBody }
  const slashKeys = useRef<SlashKeys>({ handle: () => false })
  const editorRef = useRef<Editor | null>(null)

  const books = useMemo(
    () => ({
      stories: new BatchedLookup((ids) => told.current.services.targets(ids)),
      pictures: new BatchedLookup<Picture>((ids) => told.current.services.pictures(ids)),
    }),
    [],
  )
  const desk = useMemo(
    () => ({
      upload: async (file: File) => {
        setProblem('')
        const picture = await told.current.services.upload(file)
        books.pictures.set(picture)
        return picture
      },
      onError: setProblem,
    }),
    [books],
  )
  const extensions = useMemo(
    () =>
      storyExtensions({
        book: {
          resolve: async (address) => {
            const story = await told.current.services.resolve(address).catch(() => null)
            if (story) books.stories.set(story)
            return story?.id === self ? null : story
          },
        },
        desk,
        slashKeys: slashKeys.current,
        timeZone,
      }),
    [books, desk, self, timeZone],
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
    onBeforeCreate: ({ editor: made }) => {
      made.options.content = documentOf(made.schema, given) as never
    },
    onUpdate: ({ editor: changed }) => told.current.onBody(bodyOf(changed.state.doc)),
  })
  editorRef.current = editor

  // Linked stories may have changed while the editor was elsewhere.
  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && books.stories.refresh()
    document.addEventListener('visibilitychange', refresh)
    window.addEventListener('focus', refresh)
    return () => {
      document.removeEventListener('visibilitychange', refresh)
      window.removeEventListener('focus', refresh)
    }
  }, [books])

  async function choosePictures(several: boolean): Promise<Picture[]> {
    const files = await choosePictureFiles(several)
    const uploads = await Promise.allSettled(files.map(desk.upload))
    for (const [index, upload] of uploads.entries()) {
      if (upload.status === 'rejected') desk.onError(`${files[index]?.name} was not uploaded. ${upload.reason.message}`)
    }
    return uploads.flatMap((upload) => (upload.status === 'fulfilled' ? [upload.value] : []))
  }

  function put(name: string, attrs: Record<string, unknown>): void {
    if (!editor) return
    editor.view.dispatch(insertElement(editor.state.tr, editor.schema.node(name, attrs)))
    editor.commands.focus()
  }

  async function insert(kind: Insertion): Promise<void> {
    if (!editor?.isEditable) return
    switch (kind) {
      case 'also-read':
        return setOpen({ kind, onChosen: (target) => put('alsoRead', { target }) })
      case 'related-news':
        return setOpen({ kind, present: [], onChosen: (articles) => put('relatedNews', { articles }) })
      case 'embed':
        return setOpen({ kind })
      case 'image':
        for (const { id } of await choosePictures(true)) put('image', { media: id })
        return
      case 'gallery': {
        const items = (await choosePictures(true)).map(({ id }) => ({ media: id }))
        if (items.length) put('gallery', { items })
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

  function askForLink(): void {
    const question = editor && linkDialogOptions(editor)
    if (question) setOpen(question)
  }

  useImperativeHandle(ref, () => ({
    applyBody: (changed) => {
      const transaction = editorRef.current && applyBody(editorRef.current.state, changed)
      if (transaction) editorRef.current?.view.dispatch(transaction)
    },
    body: () => (editorRef.current ? bodyOf(editorRef.current.state.doc) : given),
    focusElement: (id) => {
      const position = editorRef.current && positionOf(editorRef.current.state.doc, id)
      if (editorRef.current && position !== null) chooseElement(editorRef.current, position)
    },
    insert: (kind) => void insert(kind),
  }))

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const mod = event.ctrlKey || event.metaKey
    if (event.altKey && event.key === 'F10') {
      event.currentTarget.querySelector<HTMLElement>('[data-toolbar] button[tabindex="0"]')?.focus()
    } else if (mod && !event.altKey && event.key.toLowerCase() === 'k') askForLink()
    else if (mod && event.key === '/') setOpen({ kind: 'keys' })
    else return
    event.preventDefault()
  }

  const room: StoryEditorContextValue = {
    services,
    articleId: self,
    timeZone,
    editable,
    ...books,
    openStoryDialog: setOpen,
    choosePictures,
  }
  if (!editor) return <div className={styles.waiting}>The text opens.</div>
  return (
    <StoryEditorContext value={room}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that hold in the text as well as in its tools */}
      <section className={styles.editor} onKeyDown={onKeyDown}>
        {editable ? (
          <Toolbar
            editor={editor}
            onInsert={(kind) => void insert(kind)}
            onLink={askForLink}
            onKeys={() => setOpen({ kind: 'keys' })}
          />
        ) : null}
        <p className={styles.problem} role="alert">
          {problem}
        </p>
        <EditorContent editor={editor} />
        {editable ? (
          <SlashMenu editor={editor} keys={slashKeys.current} onChoose={(kind) => void insert(kind)} />
        ) : null}
      </section>
      {open && isStoryDialog(open) ? <StoryDialog options={open} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'embed' ? (
        <EmbedDialog onClose={() => setOpen(null)} onChosen={(embed) => put('embed', embed)} />
      ) : null}
      {open?.kind === 'keys' ? <ShortcutsDialog onClose={() => setOpen(null)} /> : null}
    </StoryEditorContext>
  )
}

function isStoryDialog(open: OpenDialog): open is StoryDialogOptions {
  return open.kind !== 'embed' && open.kind !== 'keys'
}

function chooseElement(editor: Editor, position: number): void {
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

/** A link in the text is words to write in; with Ctrl or Command it opens in a window of its own. */
const handleDOMEvents = {
  click: (_: unknown, event: MouseEvent): boolean => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return false
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener')
    return false
  },
}
