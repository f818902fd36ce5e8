'use client'

import { type ChangeEvent, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Field } from '@/components/desk/field'
import { PicturePicker } from '@/components/desk/library/picture-picker'
import { Problems } from '@/components/desk/problems'
import { StoryPicker } from '@/components/desk/story-picker/story-picker'
import { useWallChoice } from '@/components/desk/wall-time/use-wall-choice'
import { WallTimeFields } from '@/components/desk/wall-time/wall-time-fields'
import type { Problem } from '@/lib/desk/refusal'
import { type Card, HEADLINE_MAX_LENGTH, MAX_SUB_LINKS } from '@/lib/front/arrangement'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'

const SERVICES = deskServices(null)

interface Props {
  /** The card as it is; the dialog is open while there is one. */
  card: Card
  onClose: () => void
}

/** What a card shows on this front alone: headline, picture, further stories, and until when it stands here. */
export function CardDialog({ card, onClose }: Props) {
  const { front } = useFrontDesk()
  const [edited, setEdited] = useState(card)
  const [names, setNames] = useState<Record<number, string>>({})
  const [ends, setEnds] = useState(card.until !== null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const [isPicking, setIsPicking] = useState(false)
  const wall = useWallChoice(card.until, { now: front.now(), timeZone: front.timeZone })
  const story = front.story(card.articleId)
  const headline = story?.headline ?? `Story ${card.articleId}`
  const until = ends ? (wall.chosen.kind === 'at' ? wall.chosen.at : undefined) : null

  const upload = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    setBusy(true)
    const response = await deskRequest('POST /api/desk/pictures', { file })
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    setProblems(response.answer.notices.map((message) => ({ field: '', message })))
    // What was typed while the picture was on its way stays.
    setEdited((now) => ({ ...now, pictureId: response.answer.picture.id }))
  }
  const save = async () => {
    if (until === undefined) return
    const changed = { ...edited, headline: edited.headline.trim(), until }
    if (await front.change({ kind: 'edit', card: changed }, `Changed: ${headline}`, card.articleId)) onClose()
  }
  return (
    <Dialog title={`The card of “${headline}”`} open onClose={onClose}>
      <div className={styles.form}>
        <Field label="Headline on this front" hint={`Leave it empty for the story’s own: “${headline}”.`}>
          <Input
            type="text"
            maxLength={HEADLINE_MAX_LENGTH}
            value={edited.headline}
            onChange={(event) => setEdited({ ...edited, headline: event.target.value })}
          />
        </Field>
        <Field
          label="Another picture on this front"
          hint={edited.pictureId === null ? 'The story’s own picture is shown.' : 'Another picture is chosen.'}
        >
          <Input type="file" accept="image/*" disabled={busy} onChange={(event) => void upload(event)} />
        </Field>
        <Button look="quiet" onClick={() => setIsPicking(true)}>
          Choose from the library
        </Button>
        {edited.pictureId !== null ? (
          <Button look="quiet" onClick={() => setEdited({ ...edited, pictureId: null })}>
            Show the story’s own picture
          </Button>
        ) : null}
        <fieldset className={styles.choice}>
          <legend>Further stories below it</legend>
          <ul>
            {edited.subLinks.map((id) => (
              <li key={id}>
                {names[id] ?? front.story(id)?.headline ?? `Story ${id}`}{' '}
                <Button
                  look="quiet"
                  aria-label={`Take out: ${names[id] ?? front.story(id)?.headline ?? `Story ${id}`}`}
                  onClick={() => setEdited({ ...edited, subLinks: edited.subLinks.filter((other) => other !== id) })}
                >
                  Take out
                </Button>
              </li>
            ))}
          </ul>
          {edited.subLinks.length < MAX_SUB_LINKS ? (
            <details>
              <summary>Add a story</summary>
              <StoryPicker
                archive={{ services: SERVICES, articleId: card.articleId, timeZone: front.timeZone }}
                label="Story"
                exclude={[card.articleId, ...edited.subLinks]}
                onStory={(found) => {
                  setNames((now) => ({ ...now, [found.id]: found.headline }))
                  setEdited((now) => ({ ...now, subLinks: [...now.subLinks, found.id] }))
                }}
              />
            </details>
          ) : null}
        </fieldset>
        <label className={styles.check}>
          <Input type="checkbox" checked={ends} onChange={(event) => setEnds(event.target.checked)} /> It leaves this
          front at a time
        </label>
        {ends ? <WallTimeFields verb="Leaves" {...wall} /> : null}
        <Problems problems={[...problems, ...front.problems]} />
      </div>
      {isPicking ? (
        <PicturePicker
          title="Choose a picture for this front"
          onChosen={([picked]) => {
            setIsPicking(false)
            if (picked) setEdited((now) => ({ ...now, pictureId: picked.id }))
          }}
          onClose={() => setIsPicking(false)}
        />
      ) : null}
      <Choices>
        <Button look="main" busy={front.busy} disabled={until === undefined} onClick={() => save()}>
          Save the card
        </Button>
      </Choices>
    </Dialog>
  )
}
