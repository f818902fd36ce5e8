'use client'

import type { NodeViewProps } from '@tiptap/react'
import reader from '@/components/article/elements/image-element.module.css'
import { usePicture, useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { ResponsivePicture } from '@/components/picture/picture'
import type { Picture } from '@/lib/pictures/picture'
import { AltTextField } from './alt-text-field'
import { Block, BlockNotice, BlockTool } from './block'
import { InlineField } from './inline-field'

export function ImageView(view: NodeViewProps) {
  const { choosePictures, pickFromLibrary } = useStoryEditor()
  const { media, caption, credit } = view.node.attrs
  const picture = usePicture(media)
  async function replace(choosing: Promise<Picture[]>): Promise<void> {
    const [chosen] = await choosing
    if (chosen) view.updateAttributes({ media: chosen.id })
  }
  return (
    <Block
      view={view}
      name="Picture"
      tools={
        <>
          <BlockTool onClick={() => void replace(choosePictures(false))}>Replace</BlockTool>
          <BlockTool onClick={() => void replace(pickFromLibrary(false))}>From the library</BlockTool>
        </>
      }
    >
      <figure className={reader.image}>
        {picture ? <ResponsivePicture picture={picture} sizes="(min-width: 44rem) 39rem, 100vw" /> : null}
        {picture === null ? <BlockNotice problem>This picture is gone. Remove or replace it.</BlockNotice> : null}
        <figcaption>
          {picture ? <AltTextField key={picture.id} picture={picture} /> : null}
          <InlineField
            label="Caption"
            value={caption ?? ''}
            hint={picture?.caption}
            onChange={(words) => view.updateAttributes({ caption: words || null })}
          />
          <InlineField
            label="Credit"
            value={credit ?? ''}
            hint={picture?.credit}
            onChange={(words) => view.updateAttributes({ credit: words || null })}
          />
        </figcaption>
      </figure>
    </Block>
  )
}
