'use client'

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import type { NodeViewProps } from '@tiptap/react'
import { useId } from 'react'
import reader from '@/components/article/elements/related-news.module.css'
import { useLinkedStory, useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { languageAttributes } from '@/components/language-attributes'
import { MAX_RELATED, MIN_RELATED, type SoughtStory } from '@/lib/article/body'
import { AutomaticNotice } from './automatic-notice'
import { Block, BlockNotice, BlockTool, focusBlock } from './block'
import { hiddenLinkReason } from './hidden-link-reason'
import styles from './related-news-view.module.css'
import { Sought } from './sought-story'

export function RelatedNewsView(view: NodeViewProps) {
  const { openStoryDialog, editable } = useStoryEditor()
  const labelId = useId()
  const articles: number[] = view.node.attrs.articles
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const sought: SoughtStory[] = view.node.attrs.sought ?? []
  const change = (changed: number[]) => view.updateAttributes({ articles: changed, automatic: null })

  /** Puts these stories in place of a headline that was sought; its buttons go away, and the focus goes to the block. */
  function found(place: number, chosen: number[]): void {
    const left = sought.toSpliced(place, 1)
    const all = [...new Set([...articles, ...chosen])].slice(0, MAX_RELATED)
    view.updateAttributes({ articles: all, sought: left.length ? left : null, automatic: null })
    focusBlock(view)
  }

  function onDragEnd({ active, over }: DragEndEvent): void {
    if (over) change(moved(articles, articles.indexOf(Number(active.id)), articles.indexOf(Number(over.id))))
  }

  return (
    <Block
      view={view}
      name="Related news, live links"
      tools={
        articles.length < MAX_RELATED ? (
          <BlockTool onClick={() => openStoryDialog({ kind: 'related-news', present: articles, onChosen: change })}>
            Add a story
          </BlockTool>
        ) : null
      }
    >
      <AutomaticNotice view={view} />
      <aside className={reader.relatedNews} data-element="related-news">
        <p className={reader.label} id={labelId} lang="en" dir="ltr">
          Related News <span aria-hidden="true">|</span>
        </p>
        <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
          <SortableContext items={articles} strategy={verticalListSortingStrategy} disabled={!editable}>
            <ul aria-labelledby={labelId}>
              {articles.map((article, place) => (
                <Item
                  key={article}
                  article={article}
                  place={place}
                  count={articles.length}
                  onMove={(to) => change(moved(articles, place, to))}
                  onRemove={() => {
                    change(articles.filter((other) => other !== article))
                    focusBlock(view)
                  }}
                />
              ))}
            </ul>
          </SortableContext>
        </DndContext>
      </aside>
      {[...sought.entries()].map(([place, story]) => (
        <Sought
          // Two headlines may be the same.
          key={`${place} ${story.words}`}
          sought={story}
          onStory={(article) => found(place, [article])}
          onFind={() =>
            openStoryDialog({
              kind: 'related-news',
              present: articles,
              onChosen: (changed) => found(place, changed.slice(articles.length)),
            })
          }
          onRemove={() => found(place, [])}
        />
      ))}
      {articles.length + sought.length < MIN_RELATED ? (
        <BlockNotice problem>
          Related news names two to four stories; this block has {articles.length === 0 ? 'none' : 'one'}.
        </BlockNotice>
      ) : null}
    </Block>
  )
}

interface ItemProps {
  article: number
  place: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}

function Item({ article, place, count, onMove, onRemove }: ItemProps) {
  const { timeZone, editable } = useStoryEditor()
  const story = useLinkedStory(article)
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: article,
  })
  const headline = story?.headline || (story === undefined ? '…' : `Story ${article}`)
  const flag = hiddenLinkReason(story, timeZone)
  return (
    <li
      ref={setNodeRef}
      className={styles.item}
      data-dragging={isDragging || undefined}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
    >
      <a href={`/admin/articles/${article}`}>
        <span className={reader.headline} {...languageAttributes(story?.language ?? 'en')}>
          {headline}
        </span>
      </a>
      {flag ? <BlockNotice problem={story === null}>{flag}</BlockNotice> : null}
      {editable ? (
        <div className={styles.tools} lang="en" dir="ltr">
          <button
            ref={setActivatorNodeRef}
            type="button"
            className={styles.grip}
            {...attributes}
            {...listeners}
            aria-label={`Drag: ${headline}`}
          >
            <span aria-hidden="true">⠿</span>
          </button>
          <BlockTool label={`Move earlier: ${headline}`} disabled={place === 0} onClick={() => onMove(place - 1)}>
            ↑
          </BlockTool>
          <BlockTool label={`Move later: ${headline}`} disabled={place === count - 1} onClick={() => onMove(place + 1)}>
            ↓
          </BlockTool>
          <BlockTool label={`Take out: ${headline}`} onClick={onRemove}>
            Take out
          </BlockTool>
        </div>
      ) : null}
    </li>
  )
}

function moved(articles: number[], from: number, to: number): number[] {
  const article = articles[from]
  if (article === undefined || to < 0 || to >= articles.length || from === to) return articles
  return articles.toSpliced(from, 1).toSpliced(to, 0, article)
}
