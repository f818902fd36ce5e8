'use client'

import type { NodeViewProps } from '@tiptap/react'
import { AlsoRead } from '@/components/article/elements/also-read'
import reader from '@/components/article/elements/also-read.module.css'
import { AlsoReadElsewhere } from '@/components/article/elements/also-read-elsewhere'
import type { AlsoReadTarget } from '@/components/desk/editor/insert/story-dialog-options'
import { useLinkedStory, useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { AutomaticNotice } from './automatic-notice'
import { Block, BlockNotice, BlockTool, focusBlock } from './block'
import { hiddenLinkReason } from './hidden-link-reason'
import { Sought } from './sought-story'

export function AlsoReadView(view: NodeViewProps) {
  const { openStoryDialog } = useStoryEditor()
  const target: AlsoReadTarget = view.node.attrs.target
  const change = (chosen: AlsoReadTarget) => view.updateAttributes({ target: chosen, automatic: null })
  const find = () => openStoryDialog({ kind: 'also-read', onChosen: change })

  /** The button that was pressed goes away; the focus goes to the block. */
  function choose(chosen: AlsoReadTarget): void {
    change(chosen)
    focusBlock(view)
  }

  return (
    <Block view={view} name="Also read, a live link" tools={<BlockTool onClick={find}>Replace</BlockTool>}>
      <AutomaticNotice view={view} />
      {target.kind === 'article' ? <OwnStory article={target.article} /> : null}
      {target.kind === 'external' ? <AlsoReadElsewhere url={target.url} label={target.label} /> : null}
      {target.kind === 'sought' ? (
        <>
          <aside className={reader.alsoRead} data-element="also-read">
            <span className={reader.label} lang="en" dir="ltr">
              Also read:
            </span>{' '}
            <span className={reader.headline}>{target.words}</span>
          </aside>
          <Sought
            sought={target}
            onStory={(article) => choose({ kind: 'article', article })}
            onAddress={(url) => choose({ kind: 'external', url, label: target.words })}
            onFind={find}
          />
        </>
      ) : null}
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
