import { Extension, type Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { AlsoReadView } from '@/components/desk/editor/blocks/also-read-view'
import { EmbedView } from '@/components/desk/editor/blocks/embed-view'
import { GalleryView } from '@/components/desk/editor/blocks/gallery-view'
import { ImageView } from '@/components/desk/editor/blocks/image-view'
import { RelatedNewsView } from '@/components/desk/editor/blocks/related-news-view'
import { TableChoice } from '@/components/desk/editor/blocks/table-choice'
import { Tables } from '@/components/desk/editor/blocks/table-header'
import { TableView } from '@/components/desk/editor/blocks/table-view'
import { Find } from '@/components/desk/editor/find/find-plugin'
import { Autolink, type LinkResolver } from '@/components/desk/editor/insert/autolink'
import { type PictureUploader, PictureUploads } from '@/components/desk/editor/insert/picture-uploads'
import { Slash, type SlashKeys } from '@/components/desk/editor/insert/slash-query'
import { StoryKeymap } from '@/components/desk/editor/keyboard/keymap'
import { MarkdownShortcuts } from '@/components/desk/editor/keyboard/markdown-shortcuts'
import { SeenSelection } from '@/components/desk/editor/keyboard/seen-selection'
import { TypedSigns } from '@/components/desk/editor/keyboard/typed-signs'
import type { CommentedText } from '@/components/desk/editor/passages/commented-text'
import { PasteHandler } from '@/components/desk/editor/paste/paste-handler'
import { PastedReferences, type PasteResolver } from '@/components/desk/editor/paste/pasted-references'
import { dateAndTime } from '@/lib/time/dates'
import { ElementIds } from './element-ids'
import { NestedItems } from './nested-items'
import { NestedNumbers } from './nested-numbers'
import { readerStyles } from './reader-styles'
import { atomNodes, storyNodes } from './story-nodes'

const TableViews = Extension.create({
  name: 'tableViews',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { nodeViews: { table: (node, view, getPos) => new TableView(node, view, getPos, readerStyles) } },
    }),
  ],
})

interface Options {
  resolver: LinkResolver
  pasteResolver: PasteResolver
  uploader: PictureUploader
  slashKeys: SlashKeys
  /** The language of the story, as BCP 47 tag. */
  language: () => string
  /** Left out where nobody comments. */
  commented?: CommentedText | undefined
  /** IANA zone in which the times of live entries are shown. */
  timeZone: string
}

/** The schema of a story's text with the behaviour of the editor. */
export function storyExtensions({
  resolver,
  pasteResolver,
  uploader,
  slashKeys,
  language,
  commented,
  timeZone,
}: Options): Extensions {
  const { image, gallery, embed, alsoRead, relatedNews } = atomNodes
  return [
    ...storyNodes(readerStyles, (at) => dateAndTime(new Date(at), { language: 'en', timeZone })),
    TableViews,
    image.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView) }),
    gallery.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) }),
    embed.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) }),
    alsoRead.extend({ addNodeView: () => ReactNodeViewRenderer(AlsoReadView) }),
    relatedNews.extend({ addNodeView: () => ReactNodeViewRenderer(RelatedNewsView) }),
    ElementIds,
    Tables,
    NestedItems,
    NestedNumbers,
    MarkdownShortcuts,
    StoryKeymap,
    SeenSelection,
    TypedSigns.configure({ language }),
    Find,
    TableChoice,
    Autolink.configure({ resolver }),
    PictureUploads.configure({ uploader }),
    PasteHandler.configure({ onNotice: pasteResolver.onNotice, onWrapped: pasteResolver.onWrapped }),
    PastedReferences.configure({ resolver: pasteResolver }),
    // Tiptap copies options, and the menu replaces its handler: the function reads the current one.
    Slash.configure({ handle: (event) => slashKeys.handle(event) }),
    ...(commented ? [commented.extension()] : []),
    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
  ]
}
