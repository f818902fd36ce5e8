import { Extension, type Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { dateAndTime } from '@/lib/dates'
import { AlsoReadView } from './also-read-view'
import { ElementIds } from './element-ids'
import { EmbedView } from './embed-view'
import { GalleryView } from './gallery-view'
import { ImageView } from './image-view'
import { type AddressBook, LinkedAddress } from './linked-address'
import { Pasting } from './pasting'
import { type PictureDesk, PicturesUnderWay } from './pictures-under-way'
import { readerDress } from './reader-dress'
import { RelatedNewsView } from './related-news-view'
import { Slash, type SlashKeys } from './slash-query'
import { storyNodes, wholeElements } from './story-nodes'
import { Tables } from './table-header'
import { TableView } from './table-view'
import { TypedMarks } from './typed-marks'
import { WritingKeys } from './writing-keys'

const TableViews = Extension.create({
  name: 'tableViews',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { nodeViews: { table: (node, view, getPos) => new TableView(node, view, getPos, readerDress) } },
    }),
  ],
})

interface Around {
  book: AddressBook
  desk: PictureDesk
  slashKeys: SlashKeys
  /** IANA zone in which the times of a live story are told. */
  timeZone: string
}

/** Everything the text of a story is and does. */
export function storyExtensions({ book, desk, slashKeys, timeZone }: Around): Extensions {
  const { image, gallery, embed, alsoRead, relatedNews } = wholeElements
  return [
    ...storyNodes(readerDress, (at) => dateAndTime(new Date(at), { language: 'en', timeZone })),
    TableViews,
    image.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView) }),
    gallery.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) }),
    embed.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) }),
    alsoRead.extend({ addNodeView: () => ReactNodeViewRenderer(AlsoReadView) }),
    relatedNews.extend({ addNodeView: () => ReactNodeViewRenderer(RelatedNewsView) }),
    ElementIds,
    Tables,
    TypedMarks,
    WritingKeys,
    LinkedAddress.configure({ book }),
    PicturesUnderWay.configure({ desk }),
    Pasting.configure({ told: desk.failed }),
    // A function, because options are copied: the menu changes what it does with every question.
    Slash.configure({ handle: (event) => slashKeys.handle(event) }),
    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
  ]
}
