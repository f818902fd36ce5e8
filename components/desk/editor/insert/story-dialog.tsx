'use client'

import { type ComponentProps, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Choices, Dialog } from '@/components/desk/dialog'
import type { SpanLink } from '@/components/desk/editor/document/marks/link'
import { useEditorRoom } from '@/components/desk/editor/editor-room'
import { Field } from '@/components/desk/field'
import type { ElementOf } from '@/lib/article/body'
import type { FoundStory } from '@/lib/desk/found-story'
import styles from './story-dialog.module.css'
import { StoryPicker } from './story-picker'

export type AlsoReadTarget = ElementOf<'also-read'>['target']

/** What the dialog asks, and what is done with the answer. */
export type StoryQuestion =
  | { kind: 'also-read'; onChosen: (target: AlsoReadTarget) => void }
  | { kind: 'related-news'; present: number[]; onChosen: (articles: number[]) => void }
  | { kind: 'link'; present: SpanLink | null; onChosen: (link: SpanLink | null, story: FoundStory | null) => void }

interface Props {
  question: StoryQuestion
  onClose: () => void
}

const TITLES = { 'also-read': 'Also read', 'related-news': 'Related news', link: 'Link' }

/** The most stories a related-news block names. */
export const MOST_RELATED = 4
export const FEWEST_RELATED = 2

/** Asks for a story, several stories, or an address elsewhere. */
export function StoryDialog({ question, onClose }: Props) {
  return (
    <Dialog title={TITLES[question.kind]} open onClose={onClose}>
      {question.kind === 'also-read' ? <AlsoReadQuestion {...question} onClose={onClose} /> : null}
      {question.kind === 'related-news' ? <RelatedQuestion {...question} onClose={onClose} /> : null}
      {question.kind === 'link' ? <LinkQuestion {...question} onClose={onClose} /> : null}
    </Dialog>
  )
}

/** A story that was chosen is known to the text at once, before it is fetched. */
function KnownStoryPicker({ onStory, ...props }: Omit<ComponentProps<typeof StoryPicker>, 'archive'>) {
  const room = useEditorRoom()
  const choose = (story: FoundStory) => {
    room.stories.put(story)
    onStory(story)
  }
  return <StoryPicker {...props} archive={room} onStory={choose} />
}

type Asked<K extends StoryQuestion['kind']> = Extract<StoryQuestion, { kind: K }> & { onClose: () => void }

function AlsoReadQuestion({ onChosen, onClose }: Asked<'also-read'>) {
  const [address, setAddress] = useState('')
  const [label, setLabel] = useState('')
  const [problem, setProblem] = useState('')
  function answer(target: AlsoReadTarget): void {
    onClose()
    onChosen(target)
  }
  if (!address) {
    return (
      <KnownStoryPicker
        label="Find a story, or paste an address"
        without={[]}
        onStory={({ id }) => answer({ kind: 'article', article: id })}
        onAddress={(given) => (given.startsWith('http') ? setAddress(given) : undefined)}
      />
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (label.trim()) answer({ kind: 'external', url: address, label: label.trim() })
        else setProblem('A link to another site needs words that say where it leads.')
      }}
    >
      <p className={styles.address}>{address}</p>
      <Field label="Label" problem={problem} hint="The headline that readers see.">
        {/* biome-ignore lint/a11y/noAutofocus: the one thing that is still missing */}
        <input autoFocus value={label} onChange={({ target }) => setLabel(target.value)} />
      </Field>
      <Choices>
        <Button look="main" type="submit">
          Add this link
        </Button>
        <Button onClick={() => setAddress('')}>Back</Button>
      </Choices>
    </form>
  )
}

function RelatedQuestion({ present, onChosen, onClose }: Asked<'related-news'>) {
  const [chosen, setChosen] = useState<FoundStory[]>([])
  const count = present.length + chosen.length
  function answer(stories: FoundStory[]): void {
    onClose()
    if (stories.length) onChosen([...present, ...stories.map(({ id }) => id)])
  }
  return (
    <div className={styles.form}>
      <KnownStoryPicker
        label="Find a story"
        without={[...present, ...chosen.map(({ id }) => id)]}
        onStory={(story) => {
          const stories = [...chosen, story]
          if (present.length + stories.length >= MOST_RELATED) answer(stories)
          else setChosen(stories)
        }}
        onNothing={chosen.length ? () => answer(chosen) : undefined}
      />
      {chosen.length ? (
        <ol className={styles.chosen} aria-label="Chosen">
          {chosen.map(({ id, headline }) => (
            <li key={id}>{headline}</li>
          ))}
        </ol>
      ) : null}
      <p className={styles.hint} role="status">
        {count < FEWEST_RELATED ? 'Choose two to four stories.' : `${count} of at most ${MOST_RELATED} stories.`}
      </p>
      <Choices>
        <Button look="main" onClick={() => answer(chosen)}>
          Done
        </Button>
      </Choices>
    </div>
  )
}

function LinkQuestion({ present, onChosen, onClose }: Asked<'link'>) {
  function answer(link: SpanLink | null, story: FoundStory | null = null): void {
    onClose()
    onChosen(link, story)
  }
  return (
    <div className={styles.form}>
      {present?.to === 'web' ? <p className={styles.address}>Leads to {present.href}</p> : null}
      <KnownStoryPicker
        label="Find a story, or paste an address"
        without={present?.to === 'article' ? [present.article] : []}
        onStory={(story) => answer({ to: 'article', article: story.id }, story)}
        onAddress={(href) => answer({ to: 'web', href })}
      />
      {present ? (
        <Choices>
          <Button onClick={() => answer(null)}>Remove the link</Button>
        </Choices>
      ) : null}
    </div>
  )
}
