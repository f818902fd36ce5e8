'use client'

import type { EditorState, Transaction } from '@tiptap/pm/state'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import body from '@/components/article/body.module.css'
import { isCompositionKey } from '@/components/composition-key'
import type { Body } from '@/lib/article/body'
import { directionOf } from '@/lib/paper/language'
import type { Picture } from '@/lib/pictures/picture'
import { BatchedLookup } from './batched-lookup'
import { applyBody } from './document/apply-body'
import { bodyOf, documentOf } from './document/body-document'
import { convertBlocks } from './document/convert-blocks'
import { positionOf } from './document/element-ids'
import { insertElement } from './document/insert-element'
import { storyExtensions } from './document/story-extensions'
import type { EditorServices } from './editor-services'
import { FindBar } from './find/find-bar'
import { useAskedFromFields } from './find/findable-fields'
import { focusNode } from './focus-node'
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
import { readSelection } from './keyboard/seen-selection'
import { ShortcutsDialog } from './keyboard/shortcuts-dialog'
import { linkClicks } from './link-clicks'
import { Notices } from './notices'
import type { CommentedText } from './passages/commented-text'
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
  /** Shows the words of a picture that were changed elsewhere. */
  showPicture: (picture: Picture) => void
  /** Performs an edit that can be undone, wherever the caret is; false when there is none, or the text is only read. */
  edit: (work: (state: EditorState) => Transaction | null) => boolean
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
  /** The passages that have comments; left out where nobody comments. */
  commented?: CommentedText
  /** Called at every change by the editor; elements that did not change are the same objects as before. */
  onBody: (body: Body) => void
  ref?: Ref<StoryEditorHandle>
}

type OpenDialog = StoryDialogOptions | { kind: 'embed' } | { kind: 'shortcuts' }

/** The line above the tools that says whether everything is saved. */
const STATUS_LINE_PX = 36

/** The editor of a story's text, which looks as readers will see it. */
export function StoryEditor({
  body: initialBody,
  language,
  articleId,
  timeZone,
  editable,
  services,
  commented,
  onBody,
  ref,
}: Props) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [problem, setProblem] = useState('')
  const [notice, setNotice] = useState('')
  /** Joins the lines of what was pasted; in an object, because a state that is a function would be called. */
  const [wrapped, setWrapped] = useState<{ join: () => void } | null>(null)
  /** What is looked for at first; null while nothing is. */
  const [sought, setSought] = useState<string | null>(null)
  useAskedFromFields(setSought)
  const tools = useRef<HTMLDivElement>(null)
  const latest = useRef({ services, onBody, language })
  latest.current = { services, onBody, language }
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
          onWrapped: (join) => setWrapped(join && { join }),
        },
        uploader,
        slashKeys: slashKeys.current,
        language: () => latest.current.language,
        commented,
        timeZone,
      }),
    [lookups, uploader, articleId, timeZone, commented],
  )
  const attributes = useMemo(
    () => ({
      class: `${body.body} ${styles.story}`,
      role: 'textbox',
      // Also where it can only be read, so that it keeps the focus.
      tabindex: '0',
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

  // What sticks to the top covers no line that the caret goes to.
  const scrollMargin = useMemo(
    () => ({
      left: 0,
      right: 0,
      bottom: 24,
      get top() {
        return STATUS_LINE_PX + (tools.current?.offsetHeight ?? 0) + 12
      },
    }),
    [],
  )

  const editor = useEditor({
    extensions,
    editable,
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes, handleDOMEvents: linkClicks, scrollMargin, scrollThreshold: scrollMargin },
    onBeforeCreate: ({ editor: created }) => {
      created.options.content = documentOf(created.schema, initialBody) as never
    },
    onUpdate: ({ editor: changed }) => latest.current.onBody(bodyOf(changed.state.doc)),
  })
  editorRef.current = editor
  // Linked stories and pictures may have changed while the page was in the background.
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState !== 'visible') return
      lookups.stories.refresh()
      lookups.pictures.refresh()
    }
    document.addEventListener('visibilitychange', refresh)
    window.addEventListener('focus', refresh)
    return () => {
      document.removeEventListener('visibilitychange', refresh)
      window.removeEventListener('focus', refresh)
    }
  }, [lookups])

  // A dialog takes the focus with it when it goes away; the next key is for the text already.
  const hasDialog = dialog !== null || picker !== null
  const closeDialog = () => flushSync(() => setDialog(null))
  useLayoutEffect(() => {
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

  function find(): void {
    const { from, to, $from, $to } = editor?.state.selection ?? {}
    const isWord = from !== undefined && to !== undefined && $to && $from?.sameParent($to)
    setSought((isWord && editor?.state.doc.textBetween(from, to)) || '')
  }

  function dismissNotices(): void {
    setNotice('')
    setWrapped(null)
    editor?.commands.focus()
  }

  function openLinkDialog(): void {
    const options = editor && linkDialogOptions(editor)
    if (options) setDialog(options)
  }

  function perform(work: (state: EditorState) => Transaction | null): boolean {
    const transaction = editorRef.current && work(editorRef.current.state)
    if (transaction) editorRef.current?.view.dispatch(transaction)
    return transaction !== null
  }

  useImperativeHandle(ref, () => ({
    applyBody: (changed) => void perform((state) => applyBody(state, changed)),
    body: () => (editorRef.current ? bodyOf(editorRef.current.state.doc) : initialBody),
    focusElement: (id) => {
      const position = editorRef.current && positionOf(editorRef.current.state.doc, id)
      if (editorRef.current && position !== null) focusNode(editorRef.current, position)
    },
    edit: (work) => editorRef.current?.isEditable === true && perform(work),
    showPicture: (picture) => lookups.pictures.set(picture),
    insert: (kind) => void insert(kind),
  }))

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (isCompositionKey(event.nativeEvent)) return
    const mod = event.ctrlKey || event.metaKey
    if (event.altKey && event.key === 'F10') {
      event.currentTarget.querySelector<HTMLElement>('[data-toolbar] button[tabindex="0"]')?.focus()
    } else if (mod && !event.altKey && event.key.toLowerCase() === 'k') openLinkDialog()
    else if (mod && !event.altKey && ['f', 'h'].includes(event.key.toLowerCase())) find()
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
    typeOn: (words) => {
      if (!editor?.isEditable) return
      editor.view.focus()
      editor.view.dispatch(editor.state.tr.insertText(words).scrollIntoView())
    },
    openStoryDialog: setDialog,
    choosePictures,
    pickFromLibrary,
  }
  if (!editor) return <div className={styles.waiting}>The text opens.</div>
  return (
    <StoryEditorContext value={context}>
      <section
        className={styles.editor}
        aria-label="The text and its tools"
        onKeyDown={onKeyDown}
        onMouseDownCapture={() => readSelection(editor.view)}
      >
        <div ref={tools} className={styles.tools} lang="en" dir="ltr">
          {editable ? (
            <Toolbar
              editor={editor}
              onInsert={(kind) => void insert(kind)}
              onLink={openLinkDialog}
              onFind={find}
              onShortcuts={() => setDialog({ kind: 'shortcuts' })}
            />
          ) : null}
          {sought === null ? null : (
            <FindBar key={sought} editor={editor} initial={sought} onClose={() => flushSync(() => setSought(null))} />
          )}
        </div>
        <Notices problem={problem} notice={notice} join={wrapped?.join ?? null} onDismiss={dismissNotices} />
        <EditorContent editor={editor} />
        {editable ? (
          <SlashMenu editor={editor} keys={slashKeys.current} onChoose={(kind) => void insert(kind)} />
        ) : null}
      </section>
      {picker}
      {dialog && isStoryDialog(dialog) ? <StoryDialog options={dialog} onClose={closeDialog} /> : null}
      {dialog?.kind === 'embed' ? (
        <EmbedDialog onClose={closeDialog} onChosen={(embed) => insertNode('embed', embed)} />
      ) : null}
      {dialog?.kind === 'shortcuts' ? <ShortcutsDialog onClose={closeDialog} /> : null}
    </StoryEditorContext>
  )
}

function isStoryDialog(dialog: OpenDialog): dialog is StoryDialogOptions {
  return dialog.kind !== 'embed' && dialog.kind !== 'shortcuts'
}
