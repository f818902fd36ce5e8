'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { storyStanding } from '@/components/desk/editor/blocks/target-flag'
import type { EditorRoom } from '@/components/desk/editor/editor-room'
import { languageAttributes } from '@/components/language-attributes'
import type { FoundStory } from '@/lib/desk/found-story'
import styles from './story-picker.module.css'

/** How long typing has to rest before the archive is asked. */
const RESTING_MS = 80

interface Props {
  /** Whose archive is searched: for which story, and in whose time the others are told. */
  archive: Pick<EditorRoom, 'services' | 'self' | 'timeZone'>
  label: string
  /** Stories that cannot be chosen, because they stand there already. */
  without: number[]
  onStory: (story: FoundStory) => void
  /** For an address of another site; without it only own stories can be chosen. */
  onAddress?: (address: string) => void
  /** Enter with nothing typed and nothing chosen. */
  onNothing?: () => void
}

interface Answer {
  words: string
  stories: FoundStory[]
}

/** Searches the archive as somebody types. Answers to what is no longer asked are dropped. */
export function StoryPicker({ archive, label, without, onStory, onAddress, onNothing }: Props) {
  const { services, self, timeZone } = archive
  const [words, setWords] = useState('')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [problem, setProblem] = useState('')
  const [active, setActive] = useState(0)
  const chooseAtOnce = useRef(false)
  const id = useId()

  useEffect(() => {
    const asking = new AbortController()
    const timer = setTimeout(
      async () => {
        try {
          const typed = words.trim()
          const own = isAddress(typed) ? await services.resolve(typed) : undefined
          const stories =
            own === undefined ? await services.search(typed, asking.signal) : own && own.id !== self ? [own] : []
          if (asking.signal.aborted) return
          setAnswer({ words, stories })
          setProblem('')
          setActive(0)
        } catch (error) {
          if (!asking.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
        }
      },
      words ? RESTING_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words, services, self])

  const found = (answer?.stories ?? []).filter((story) => !without.includes(story.id))
  const isCurrent = answer?.words === words
  const address = onAddress && isCurrent && found.length === 0 && isWebAddress(words.trim()) ? words.trim() : null
  const count = address ? 1 : found.length

  function choose(index: number): void {
    const story = found[index]
    if (address) onAddress?.(address)
    else if (story) {
      setWords('')
      onStory(story)
    }
  }

  // Enter was pressed before the answer had come.
  useEffect(() => {
    if (!isCurrent || !chooseAtOnce.current) return
    chooseAtOnce.current = false
    choose(0)
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && count) {
      event.preventDefault()
      setActive((active + step + count) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (!words && onNothing) onNothing()
      else if (isCurrent) choose(active)
      else chooseAtOnce.current = true
    }
  }

  return (
    <div className={styles.picker}>
      <label className={styles.label} htmlFor={`${id}field`}>
        {label}
      </label>
      <input
        id={`${id}field`}
        role="combobox"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={count > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={count ? `${id}option${active}` : undefined}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={onKeyDown}
      />
      <p className={styles.tells} role="status">
        {problem || tells({ words, isCurrent, count, address })}
      </p>
      <div className={styles.list} role="listbox" id={`${id}list`} aria-label="Stories" hidden={count === 0}>
        {address ? (
          <Option id={`${id}option0`} active onChoose={() => choose(0)}>
            <span className={styles.headline}>{address}</span>
            <span className={styles.facts}>Another site</span>
          </Option>
        ) : (
          found.map((story, index) => (
            <Option key={story.id} id={`${id}option${index}`} active={index === active} onChoose={() => choose(index)}>
              <span className={styles.headline} {...languageAttributes(story.language)}>
                {story.headline || 'No headline yet'}
              </span>
              {story.standfirst && (
                <span className={styles.standfirst} {...languageAttributes(story.language)}>
                  {story.standfirst}
                </span>
              )}
              <span className={styles.facts}>
                {[story.section, storyStanding(story, timeZone)].filter(Boolean).join(' · ')}
              </span>
            </Option>
          ))
        )}
      </div>
    </div>
  )
}

interface OptionProps {
  id: string
  active: boolean
  onChoose: () => void
  children: React.ReactNode
}

function Option({ id, active, onChoose, children }: OptionProps) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) option.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active option
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={active}
      className={styles.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  )
}

function tells({
  words,
  isCurrent,
  count,
  address,
}: {
  words: string
  isCurrent: boolean
  count: number
  address: string | null
}): string {
  if (!isCurrent) return words ? 'Searching.' : ''
  if (address) return 'This address is none of our stories.'
  if (count === 0) return words ? 'No story matches these words.' : 'There is no other story yet.'
  if (!words) return 'The newest stories.'
  return count === 1 ? '1 story.' : `${count} stories.`
}

function isAddress(typed: string): boolean {
  return /^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed)
}

function isWebAddress(typed: string): boolean {
  return isAddress(typed) || (/^mailto:\S+$/i.test(typed) && URL.canParse(typed))
}
