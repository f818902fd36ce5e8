'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { StoryPicker } from '@/components/desk/story-picker/story-picker'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import { MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import type { OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'
import { MergeTimeline } from './merge-timeline'
import type { SendChange } from './send-change'
import styles from './timelines.module.css'

const SERVICES = deskServices(null)

interface Props {
  timeline: OpenedTimeline
  chosen: ReadonlySet<number>
  clock: PageClock
  sendChange: SendChange
}

/** What can be done with a timeline as a whole: adding a story, splitting, merging, taking it out of the paper. */
export function TimelineDialogs({ timeline, chosen, clock, sendChange }: Props) {
  const [open, setOpen] = useState<'add' | 'split' | 'merge' | 'refuse' | null>(null)
  const close = () => setOpen(null)
  const params = { timeline: timeline.id }
  const archive = { services: SERVICES, articleId: null, timeZone: clock.timeZone }
  const leave = async () => {
    const response = await deskRequest('POST /api/desk/timelines/[timeline]/refuse', { params })
    if (!response.ok) return response.problems
    location.assign('/admin/timelines')
    return 'leaving' as const
  }
  const split = async ({ name = '' }: Record<string, string>) => {
    const input = { name, stories: [...chosen] }
    const response = await deskRequest('POST /api/desk/timelines/[timeline]/split', { params, input })
    if (!response.ok) return response.problems
    location.assign(`/admin/timelines/${response.answer.id}`)
    return 'leaving' as const
  }
  return (
    <div className={styles.tools}>
      <Button onClick={() => setOpen('add')}>Add a story</Button>
      <Button disabled={chosen.size === 0} onClick={() => setOpen('split')}>
        Split off the chosen stories
      </Button>
      <Button onClick={() => setOpen('merge')}>Merge</Button>
      <Button onClick={() => setOpen('refuse')}>Take it out of the paper</Button>
      <Dialog title="Add a story" open={open === 'add'} onClose={close}>
        <StoryPicker
          archive={archive}
          label="Find the story"
          exclude={timeline.stories.map(({ id }) => id)}
          onStory={(story) => {
            close()
            const input = { stories: [story.id] }
            const add = () => deskRequest('POST /api/desk/timelines/[timeline]/stories', { params, input })
            void sendChange(add, `Added: ${story.headline}.`)
          }}
        />
      </Dialog>
      <Dialog title="Split the timeline" open={open === 'split'} onClose={close}>
        <SentForm button="Split" fields={['name']} send={split}>
          {(problemOf) => (
            <Field
              label="Name of the new timeline"
              hint={`${chosen.size === 1 ? '1 story goes' : `${chosen.size} stories go`} to it.`}
              problem={problemOf('name')}
            >
              <Input name="name" maxLength={MAX_NAME_LENGTH} autoComplete="off" />
            </Field>
          )}
        </SentForm>
      </Dialog>
      {open === 'merge' ? <MergeTimeline timeline={timeline} onClose={close} /> : null}
      <Dialog title="Take it out of the paper" open={open === 'refuse'} onClose={close}>
        <p>
          Readers no longer find {timeline.path}. The stories stay in the paper, and no two of them are proposed
          together again. You can take that back on the page of timelines.
        </p>
        <SentForm button="Take it out" look="danger" send={leave} />
        <Choices>
          <Button onClick={close}>Not now</Button>
        </Choices>
      </Dialog>
    </div>
  )
}
