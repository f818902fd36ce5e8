import { type FormEvent, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { useSession } from '@/components/desk/room/session/session-context'
import { languageAttributes } from '@/components/language-attributes'
import { MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import type { StoryTimeline } from '@/lib/desk/timelines/story-timeline'
import styles from './timeline-part.module.css'
import type { ActOnTimeline } from './use-timeline'

/** More headlines than these are counted. */
const MAX_NAMED = 5

/** A timeline of the paper to which the story may belong. */
export function FittingTimeline({
  timeline: { id, name },
  act,
}: {
  timeline: StoryTimeline['fitting'][number]
  act: ActOnTimeline
}) {
  const session = useSession()
  const sent = { params: { timeline: id }, input: { stories: [session.id] } }
  const add = () => deskRequest('POST /api/desk/timelines/[timeline]/stories', sent)
  const refuse = () => deskRequest('POST /api/desk/timelines/[timeline]/stories/remove', sent)
  return (
    <div className={styles.proposal}>
      <p>
        It may belong to{' '}
        <a href={`/admin/timelines/${id}`} target="_blank" rel="noopener">
          <bdi>{name}</bdi>
        </a>
        .
      </p>
      <div className={styles.tools}>
        <Button aria-label={`Put it there: ${name}`} onClick={() => act(add, `In ${name}.`)}>
          Put it there
        </Button>
        <Button
          look="quiet"
          aria-label={`Not there: ${name}`}
          onClick={() => act(refuse, 'It is not proposed for this timeline again.')}
        >
          Not there
        </Button>
      </div>
    </div>
  )
}

/** Stories that may make a timeline with this one: an editor names it, or refuses it for good. */
export function NewTimeline({ together, act }: { together: StoryTimeline['together']; act: ActOnTimeline }) {
  const session = useSession()
  const [name, setName] = useState(together[0]?.headline ?? '')
  const [busy, setBusy] = useState(false)
  const stories = together.map(({ id }) => id)
  const others = together.filter(({ id }) => id !== session.id)
  const named = others.slice(0, MAX_NAMED)
  const make = () => deskRequest('POST /api/desk/timelines', { input: { name, stories } })
  const refuse = () => deskRequest('POST /api/desk/timelines/refusals', { input: { stories } })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    await act(make, `In the paper: ${name}.`)
    setBusy(false)
  }
  return (
    <form className={styles.proposal} onSubmit={submit}>
      <p>It may tell of one event with {others.length} other stories:</p>
      <ul className={styles.stories}>
        {named.map(({ id, headline, language }) => (
          <li key={id}>
            <a href={`/admin/articles/${id}`} target="_blank" rel="noopener" {...languageAttributes(language)}>
              {headline}
            </a>
          </li>
        ))}
        {others.length > named.length ? <li className={styles.about}>{others.length - named.length} more</li> : null}
      </ul>
      <Field label="Name of the timeline">
        <Input
          value={name}
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <div className={styles.tools}>
        <Button type="submit" scripted busy={busy}>
          Make it a timeline
        </Button>
        <Button look="quiet" onClick={() => act(refuse, 'Refused. These stories are not proposed together again.')}>
          Never propose these together
        </Button>
      </div>
      <p className={styles.about}>
        <a href="/admin/timelines" target="_blank" rel="noopener">
          Leave some of them out
        </a>
      </p>
    </form>
  )
}
