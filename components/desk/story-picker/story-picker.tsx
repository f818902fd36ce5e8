'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import type { EditorServices } from '@/components/desk/editor/editor-services'
import { languageAttributes } from '@/components/language-attributes'
import { anchorIn } from '@/lib/addresses/article-address'
import { explicitAddress, typedAddress } from '@/lib/addresses/typed-address'
import { unwrappedAddress } from '@/lib/addresses/unwrapped-address'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import styles from './story-picker.module.css'
import { storyStatus } from './story-status'

/** How long typing has to pause before the archive is searched. */
const SEARCH_DELAY_MS = 80

export interface Archive {
  services: Pick<EditorServices, 'search' | 'resolve'>
  /** The article that is being written, which is never offered; null where there is none. */
  articleId: number | null
  /** IANA zone of the site. */
  timeZone: string
}

interface Props {
  archive: Archive
  label: string
  /** Ids of stories that are not offered. */
  exclude: number[]
  /** With the place in the story that a pasted address named; null without one. */
  onStory: (story: FoundStory, anchor: string | null) => void
  /** Called with an address, such as one of another site or an e-mail address; without it only own stories can be chosen. */
  onAddress?: ((address: string) => void) | undefined
  /** Called for Enter in the empty field. */
  onEmptyEnter?: (() => void) | undefined
  /**
   * Called with what was typed after Enter while the stories were loading, once the choice is made and the picker may be
   * gone; without it, or while the picker stays, that is the next query.
   */
  onHeld?: ((words: string) => void) | undefined
}

interface SearchResult {
  query: string
  stories: FoundStory[]
}

/** A story of the archive, or an address. */
type Option = { kind: 'story'; story: FoundStory } | { kind: 'address'; address: string }

/** Searches the archive while the editor types. Responses to an earlier query are dropped. */
export function StoryPicker({ archive, label, exclude, onStory, onAddress, onEmptyEnter, onHeld }: Props) {
  const { services, articleId, timeZone } = archive
  const [query, setQuery] = useState('')
  const [result, setResult] = useState<SearchResult | null>(null)
  /** What was found for the empty field, which is there at once when it is empty again: nothing below it moves later. */
  const [newest, setNewest] = useState<FoundStory[]>([])
  const [problem, setProblem] = useState('')
  const chooseFirstWhenLoaded = useRef(false)
  /** What was typed since Enter was pressed before the results had loaded. */
  const held = useRef('')
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  const id = useId()

  useEffect(() => {
    const controller = new AbortController()
    const search = async (typed: string) => {
      const page = pageAddress(typed)
      if (page === null) return services.search(typed, controller.signal)
      const story = await services.resolve(page)
      return story && story.id !== articleId ? [story] : []
    }
    const timer = setTimeout(
      async () => {
        try {
          const stories = await search(query.trim())
          if (controller.signal.aborted) return
          setResult({ query, stories })
          if (!query) setNewest(stories)
          setProblem('')
        } catch (error) {
          if (!controller.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
        }
      },
      query ? SEARCH_DELAY_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [query, services, articleId])

  const isCurrent = result?.query === query
  // Until the answer comes, what was found for the first letters stays; what was found for other words is not offered.
  const isNear = isCurrent || (result !== null && result.query !== '' && query.startsWith(result.query))
  const found = isNear ? (result?.stories ?? []) : query ? [] : newest
  const stories = found.filter((story) => !exclude.includes(story.id))
  const address =
    onAddress && isCurrent && stories.length === 0
      ? (pageAddress(query.trim()) ?? typedAddress(query, location.origin))
      : null
  const options: Option[] = address
    ? [{ kind: 'address', address }]
    : stories.map((story) => ({ kind: 'story', story }))

  function choose(option: Option | undefined): void {
    if (option?.kind === 'address') onAddress?.(option.address)
    else if (option) {
      const anchor = pageAddress(query.trim()) ? anchorIn(query.trim()) : null
      setQuery('')
      onStory(option.story, anchor)
    }
  }

  // Enter was pressed before the results had loaded.
  useEffect(() => {
    if (!isCurrent || !chooseFirstWhenLoaded.current) return
    chooseFirstWhenLoaded.current = false
    // Outside of the effect, so that a dialog around the picker can close at once.
    queueMicrotask(() => {
      const words = held.current
      held.current = ''
      choose(options[0])
      if (!words) return
      if (options[0] && onHeld && !isMounted.current) onHeld(words)
      else setQuery(options[0] ? words : query + words)
    })
  })

  function onKeyDown(event: KeyboardEvent & { preventBaseUIHandler: () => void }): void {
    if (isCompositionKey(event.nativeEvent)) return
    if (chooseFirstWhenLoaded.current && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      held.current += event.key
      event.preventDefault()
      return
    }
    // Escape belongs to the dialog around the picker.
    if (event.key === 'Escape') event.preventBaseUIHandler()
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (query && isCurrent) return
    if (!query && !onEmptyEnter && isCurrent) return
    event.preventBaseUIHandler()
    if (!query && onEmptyEnter) onEmptyEnter()
    else chooseFirstWhenLoaded.current = true
  }

  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={options}
      itemToStringValue={optionText}
      value={query}
      onValueChange={(typed, { reason }) => {
        if (reason === 'input-change') setQuery(typed)
      }}
    >
      <div className={styles.picker}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <Autocomplete.Input
          id={id}
          autoFocus
          autoComplete="off"
          aria-expanded={options.length > 0}
          onKeyDown={onKeyDown}
        />
        <p className={styles.status} role="status">
          {problem || statusText({ query, isCurrent, count: options.length, address })}
        </p>
        <Autocomplete.List className={styles.list} aria-label="Stories" hidden={options.length === 0}>
          {(option: Option) => (
            <Autocomplete.Item
              key={option.kind === 'story' ? option.story.id : option.address}
              value={option}
              className={styles.option}
              onClick={() => choose(option)}
            >
              {option.kind === 'story' ? (
                <StoryOption story={option.story} timeZone={timeZone} />
              ) : (
                <>
                  <span className={styles.headline}>{option.address}</span>
                  <span className={styles.facts}>{addressKind(option.address)}</span>
                </>
              )}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  )
}

function StoryOption({ story, timeZone }: { story: FoundStory; timeZone: string }) {
  return (
    <>
      <span className={styles.headline} {...languageAttributes(story.language)}>
        {story.headline || 'No headline yet'}
      </span>
      {story.standfirst && (
        <span className={styles.standfirst} {...languageAttributes(story.language)}>
          {story.standfirst}
        </span>
      )}
      <span className={styles.facts}>{[story.section, storyStatus(story, timeZone)].filter(Boolean).join(' · ')}</span>
    </>
  )
}

function optionText(option: Option): string {
  return option.kind === 'story' ? option.story.headline : option.address
}

interface Status {
  query: string
  isCurrent: boolean
  count: number
  address: string | null
}

function statusText({ query, isCurrent, count, address }: Status): string {
  if (!isCurrent) return query ? 'Searching.' : ''
  if (address) return 'This address is none of our stories.'
  if (count === 0) return query ? 'No story matches these words.' : 'There is no other story yet.'
  if (!query) return 'The newest stories.'
  return count === 1 ? '1 story.' : `${count} stories.`
}

/** An address that may lead to an own story. */
function pageAddress(typed: string): string | null {
  const address = explicitAddress(typed) ?? (typed.startsWith('/') ? typedAddress(typed, location.origin) : null)
  return address && /^https?:/i.test(address) ? unwrappedAddress(address) : null
}

/** What an address is, for those who choose it. */
function addressKind(address: string): string {
  if (address.startsWith('mailto:')) return 'An e-mail address'
  if (address.startsWith('tel:')) return 'A telephone'
  return address.startsWith(`${location.origin}/`) ? 'A page of this paper' : 'Another site'
}
