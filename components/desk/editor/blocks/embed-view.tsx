'use client'

import type { NodeViewProps } from '@tiptap/react'
import { Embed } from '@/components/article/elements/embed'
import type { ElementOf } from '@/lib/article/body'
import { isBlank } from '@/lib/text/visible-text'
import { Block, BlockNotice } from './block'
import { InlineField } from './inline-field'

export function EmbedView(view: NodeViewProps) {
  const { provider, url, title } = view.node.attrs as ElementOf<'embed'>
  return (
    <Block view={view} name="Embed">
      <Embed provider={provider} url={url} title={title || url} />
      <InlineField
        label="Title"
        value={title}
        required
        hint="What one sees or hears there"
        onChange={(words) => view.updateAttributes({ title: words })}
      />
      {!isBlank(title) ? null : (
        <BlockNotice problem>An embed needs a title before the story is published.</BlockNotice>
      )}
    </Block>
  )
}
