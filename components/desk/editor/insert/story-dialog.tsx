'use client'

import { type ComponentProps, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { Choices, Dialog } from '@/components/desk/dialog'
import { ownLink, type SpanLink } from '@/components/desk/editor/document/marks/link'
import { useStoryEditor } from '@/components/desk/editor/story-editor-context'
import { Field } from '@/components/desk/field'
import { StoryPicker } from '@/components/desk/story-picker/story-picker'
import { MAX_RELATED, MIN_RELATED } from '@/lib/article/body'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import { isBlank } from '@/lib/text/visible-text'
import styles from './story-dialog.module.css'
import { type AlsoReadTarget, alsoReadTarget, type StoryDialogOptions } from './story-dialog-options'

interface Props {
  options: StoryDialogOptions
  onClose: () => void
}

const TITLES = { 'also-read': 'Also read', 'related-news': 'Related news', link: 'Link' }

/** Lets the editor choose a story, several stories, or an address of another site. */
export function StoryDialog({ options, onClose }: Props) {
  return (
    <Dialog title={TITLES[options.kind]} open onClose={onClose}>
      {options.kind === 'also-read' ? <AlsoReadForm {...options} onClose={onClose} /> : null}
      {options.kind === 'related-news' ? <RelatedNewsForm {...options} onClose={onClose} /> : null}
      {options.kind === 'link' ? <LinkForm {...options} onClose={onClose} /> : null}
    </Dialog>
  )
}

/** Caches the chosen story, so that the text shows its headline before it is fetched. What is typed meanwhile goes on in it. */
function CachingStoryPicker({ onStory, ...props }: Omit<ComponentProps<typeof StoryPicker>, 'archive' | 'onHeld'>) {
  const editor = useStoryEditor()
  const choose = (story: FoundStory, anchor: string | null) => {
    editor.stories.set(story)
    onStory(story, anchor)
  }
  return <StoryPicker {...props} archive={editor} onStory={choose} onHeld={editor.typeOn} />
}

type OptionsOf<K extends StoryDialogOptions['kind']> = Extract<StoryDialogOptions, { kind: K }> & {
  onClose: () => void
}

function AlsoReadForm({ onChosen, onClose }: OptionsOf<'also-read'>) {
  const [address, setAddress] = useState('')
  const [label, setLabel] = useState('')
  const [problem, setProblem] = useState('')
  function choose(target: AlsoReadTarget): void {
    onClose()
    onChosen(target)
  }
  if (!address) {
    return (
      <CachingStoryPicker
        label="Find a story, or paste an address"
        exclude={[]}
        onStory={({ id }, anchor) => choose(alsoReadTarget(id, anchor))}
        onAddress={(typed) => (typed.startsWith('http') ? setAddress(typed) : undefined)}
      />
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBlank(label)) choose({ kind: 'external', url: address, label: label.trim() })
        else setProblem('A link to another site needs words that say where it leads.')
      }}
    >
      <p className={styles.address}>{address}</p>
      <Field label="Label" problem={problem} hint="The headline that readers see.">
        <Input autoFocus value={label} onChange={({ target }) => setLabel(target.value)} />
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

function RelatedNewsForm({ present, onChosen, onClose }: OptionsOf<'related-news'>) {
  const [chosen, setChosen] = useState<FoundStory[]>([])
  const count = present.length + chosen.length
  function choose(stories: FoundStory[]): void {
    onClose()
    if (stories.length) onChosen([...present, ...stories.map(({ id }) => id)])
  }
  return (
    <div className={styles.form}>
      <CachingStoryPicker
        label="Find a story"
        exclude={[...present, ...chosen.map(({ id }) => id)]}
        onStory={(story) => {
          const stories = [...chosen, story]
          if (present.length + stories.length >= MAX_RELATED) choose(stories)
          else setChosen(stories)
        }}
        onEmptyEnter={chosen.length ? () => choose(chosen) : undefined}
      />
      {chosen.length ? (
        <ol className={styles.chosen} aria-label="Chosen">
          {chosen.map(({ id, headline }) => (
            <li key={id}>{headline}</li>
          ))}
        </ol>
      ) : null}
      <p className={styles.hint} role="status">
        {count < MIN_RELATED ? 'Choose two to four stories.' : `${count} of at most ${MAX_RELATED} stories.`}
      </p>
      <Choices>
        <Button look="main" onClick={() => choose(chosen)}>
          Done
        </Button>
      </Choices>
    </div>
  )
}

function LinkForm({ present, onChosen, onClose }: OptionsOf<'link'>) {
  function choose(link: SpanLink | null, words: string): void {
    onClose()
    onChosen(link, words)
  }
  return (
    <div className={styles.form}>
      {present?.to === 'web' ? <p className={styles.address}>Leads to {present.href}</p> : null}
      <CachingStoryPicker
        label="Find a story, or paste an address"
        exclude={present?.to === 'article' ? [present.article] : []}
        onStory={(story, anchor) => choose(ownLink(story.id, anchor), story.headline)}
        // An address of this paper becomes a live link once the server has said to what.
        onAddress={(href) => choose({ to: 'web', href }, href.replace(/^(?:mailto|tel):/, ''))}
      />
      {present ? (
        <Choices>
          <Button onClick={() => choose(null, '')}>Remove the link</Button>
        </Choices>
      ) : null}
    </div>
  )
}
