'use client'

import type { NodeViewProps } from '@tiptap/react'
import reader from '@/components/article/elements/image-element.module.css'
import { useEditorRoom, usePicture } from '@/components/desk/editor/editor-room'
import { ResponsivePicture } from '@/components/picture/picture'
import { Block, BlockRemark, Tool } from './block'
import { FieldLine } from './field-line'
import { PictureWords } from './picture-words'

export function ImageView(view: NodeViewProps) {
  const { choosePictures } = useEditorRoom()
  const { media, caption, credit } = view.node.attrs
  const picture = usePicture(media)
  async function replace(): Promise<void> {
    const [chosen] = await choosePictures(false)
    if (chosen) view.updateAttributes({ media: chosen.id })
  }
  return (
    <Block view={view} name="Image" tools={<Tool onClick={() => void replace()}>Replace</Tool>}>
      <figure className={reader.image}>
        {picture ? <ResponsivePicture picture={picture} sizes="(min-width: 44rem) 39rem, 100vw" /> : null}
        {picture === null ? <BlockRemark problem>This picture is gone. Remove or replace it.</BlockRemark> : null}
        <figcaption>
          {picture ? <PictureWords key={picture.id} picture={picture} /> : null}
          <FieldLine
            label="Caption"
            value={caption ?? ''}
            hint={picture?.caption}
            onChange={(words) => view.updateAttributes({ caption: words || null })}
          />
          <FieldLine
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
