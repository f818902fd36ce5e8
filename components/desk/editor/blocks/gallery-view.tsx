'use client'

import type { NodeViewProps } from '@tiptap/react'
import reader from '@/components/article/elements/gallery.module.css'
import { usePicture, useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { ResponsivePicture } from '@/components/picture/picture'
import { type ElementOf, MIN_IN_GALLERY } from '@/lib/article/body'
import type { Picture } from '@/lib/pictures/picture'
import { AltTextField } from './alt-text-field'
import { Block, BlockNotice, BlockTool } from './block'
import styles from './gallery-view.module.css'
import { InlineField } from './inline-field'

type Item = ElementOf<'gallery'>['items'][number]

export function GalleryView(view: NodeViewProps) {
  const { choosePictures, pickFromLibrary } = useStoryEditor()
  const items: Item[] = view.node.attrs.items
  const change = (changed: Item[]) => view.updateAttributes({ items: changed })
  async function add(choosing: Promise<Picture[]>): Promise<void> {
    const chosen = await choosing
    if (chosen.length) change([...items, ...chosen.map(({ id }) => ({ media: id }))])
  }
  return (
    <Block
      view={view}
      name="Gallery"
      tools={
        <>
          <BlockTool onClick={() => void add(choosePictures(true))}>Add pictures</BlockTool>
          <BlockTool onClick={() => void add(pickFromLibrary(true))}>From the library</BlockTool>
        </>
      }
    >
      <figure className={reader.gallery}>
        <div className={reader.pictures}>
          {[...items.entries()].map(([place, item]) => (
            <GalleryItem
              // A picture may stand in a gallery twice: only place and picture together are its own.
              key={`${place} ${item.media}`}
              item={item}
              place={place}
              count={items.length}
              onChange={(changed) => change(items.with(place, changed))}
              onMove={(to) => change(items.toSpliced(place, 1).toSpliced(to, 0, item))}
              onRemove={() => change(items.toSpliced(place, 1))}
            />
          ))}
        </div>
        <figcaption>
          <InlineField
            label="Caption"
            value={view.node.attrs.caption ?? ''}
            hint="What all of them show"
            onChange={(words) => view.updateAttributes({ caption: words || null })}
          />
        </figcaption>
      </figure>
      {items.length < MIN_IN_GALLERY ? <BlockNotice problem>A gallery needs two pictures or more.</BlockNotice> : null}
    </Block>
  )
}

interface ItemProps {
  item: Item
  place: number
  count: number
  onChange: (item: Item) => void
  onMove: (to: number) => void
  onRemove: () => void
}

function GalleryItem({ item, place, count, onChange, onMove, onRemove }: ItemProps) {
  const picture = usePicture(item.media)
  const nth = `picture ${place + 1}`
  return (
    <figure>
      {picture ? <ResponsivePicture picture={picture} sizes="(min-width: 44rem) 19rem, 100vw" /> : null}
      {picture === null ? <BlockNotice problem>This picture is gone.</BlockNotice> : null}
      <figcaption>
        {picture ? <AltTextField key={picture.id} picture={picture} /> : null}
        <InlineField
          label="Caption"
          value={item.caption ?? ''}
          hint={picture?.caption}
          onChange={(words) => onChange({ media: item.media, ...(words && { caption: words }) })}
        />
        <div className={styles.tools} lang="en" dir="ltr">
          <BlockTool label={`Move earlier: ${nth}`} disabled={place === 0} onClick={() => onMove(place - 1)}>
            Earlier
          </BlockTool>
          <BlockTool label={`Move later: ${nth}`} disabled={place === count - 1} onClick={() => onMove(place + 1)}>
            Later
          </BlockTool>
          <BlockTool label={`Take out: ${nth}`} onClick={onRemove}>
            Take out
          </BlockTool>
        </div>
      </figcaption>
    </figure>
  )
}
