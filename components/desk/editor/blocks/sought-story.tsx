'use client'

import { useEffect, useState } from 'react'
import { useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { languageAttributes } from '@/components/language-attributes'
import { parseUrl } from '@/lib/addresses/url'
import type { SoughtStory } from '@/lib/article/body'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import { BlockNotice, BlockTool } from './block'
import styles from './sought-story.module.css'

interface Props {
  sought: SoughtStory
  onStory: (id: number) => void
  /** Called to link to the address that the headline had; left out where only own stories may stand. */
  onAddress?: (url: string) => void
  onFind: () => void
  onRemove?: () => void
}

/** A headline for which no story has been chosen yet, with the stories that are called nearly so. */
export function Sought({ sought, onStory, onAddress, onFind, onRemove }: Props) {
  const { editable, stories } = useStoryEditor()
  const choices = useChoices(sought.words)
  const host = sought.url && parseUrl(sought.url)?.host
  function choose(story: FoundStory): void {
    stories.set(story)
    onStory(story.id)
  }
  return (
    <>
      <BlockNotice problem>
        {choices?.length
          ? `Which story is “${sought.words}”? Readers see nothing here until one is chosen.`
          : `No story of this paper is called “${sought.words}”. Readers see nothing here until one is chosen.`}
      </BlockNotice>
      {editable ? (
        <div className={styles.choices} lang="en" dir="ltr">
          {choices?.map((story) => (
            <BlockTool key={story.id} label={`Choose ${story.headline}`} onClick={() => choose(story)}>
              <span {...languageAttributes(story.language)}>{story.headline}</span>
            </BlockTool>
          ))}
          <BlockTool label={`Find a story for ${sought.words}`} onClick={onFind}>
            Find another story
          </BlockTool>
          {host && onAddress ? <BlockTool onClick={() => onAddress(sought.url ?? '')}>Link to {host}</BlockTool> : null}
          {onRemove ? (
            <BlockTool label={`Take out ${sought.words}`} onClick={onRemove}>
              Take out
            </BlockTool>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** The stories that are called so or nearly so; undefined while they are looked up, and when that fails. */
function useChoices(words: string): FoundStory[] | undefined {
  const { services } = useStoryEditor()
  const [choices, setChoices] = useState<FoundStory[]>()
  useEffect(() => {
    let isCurrent = true
    services.resolvePasted([], [words]).then(
      ({ headlines: [named] }) => {
        if (isCurrent && named) setChoices(named.exact ? [named.exact] : named.near)
      },
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [services, words])
  return choices
}
