'use client'

import type { NodeViewProps } from '@tiptap/react'
import { AlsoRead } from '@/components/article/elements/also-read'
import { AlsoReadElsewhere } from '@/components/article/elements/also-read-elsewhere'
import { useEditorRoom, useStory } from '@/components/desk/editor/editor-room'
import type { AlsoReadTarget } from '@/components/desk/editor/insert/story-dialog'
import { Block, BlockRemark, Tool } from './block'
import { targetFlag } from './target-flag'

export function AlsoReadView(view: NodeViewProps) {
  const { ask } = useEditorRoom()
  const target: AlsoReadTarget = view.node.attrs.target
  return (
    <Block
      view={view}
      name="Also read, a live link"
      tools={
        <Tool
          onClick={() => ask({ kind: 'also-read', onChosen: (chosen) => view.updateAttributes({ target: chosen }) })}
        >
          Replace
        </Tool>
      }
    >
      {target.kind === 'article' ? <OwnStory article={target.article} /> : <AlsoReadElsewhere {...target} />}
    </Block>
  )
}

function OwnStory({ article }: { article: number }) {
  const { timeZone } = useEditorRoom()
  const story = useStory(article)
  const flag = targetFlag(story, timeZone)
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
      {flag ? <BlockRemark problem={story === null}>{flag}</BlockRemark> : null}
    </>
  )
}
