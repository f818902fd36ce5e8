'use client'

import type { NodeViewProps } from '@tiptap/react'
import { AlsoRead } from '@/components/article/elements/also-read'
import { AlsoReadElsewhere } from '@/components/article/elements/also-read-elsewhere'
import type { AlsoReadTarget } from '@/components/desk/editor/insert/story-dialog-options'
import { useLinkedStory, useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { Block, BlockNotice, BlockTool } from './block'
import { hiddenLinkReason } from './hidden-link-reason'

export function AlsoReadView(view: NodeViewProps) {
  const { openStoryDialog } = useStoryEditor()
  const target: AlsoReadTarget = view.node.attrs.target
  return (
    <Block
      view={view}
      name="Also read, a live link"
      tools={
        <BlockTool
          onClick={() =>
            openStoryDialog({ kind: 'also-read', onChosen: (chosen) => view.updateAttributes({ target: chosen }) })
          }
        >
          Replace
        </BlockTool>
      }
    >
      {target.kind === 'article' ? <OwnStory article={target.article} /> : <AlsoReadElsewhere {...target} />}
    </Block>
  )
}

function OwnStory({ article }: { article: number }) {
  const { timeZone } = useStoryEditor()
  const story = useLinkedStory(article)
  const flag = hiddenLinkReason(story, timeZone)
  return (
    <>
      <AlsoRead
        target={{
          id: article,
          headline: story?.headline || (story === undefined ? '…' : `Story ${article}`),
          path: `/admin/articles/${article}`,
          language: story?.language ?? 'en',
          picture: null,
        }}
      />
      {flag ? <BlockNotice problem={story === null}>{flag}</BlockNotice> : null}
    </>
  )
}
