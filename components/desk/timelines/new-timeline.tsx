'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { StoryPicker } from '@/components/desk/story-picker/story-picker'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import { MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import styles from './timelines.module.css'

const SERVICES = deskServices(null)

/** Makes a timeline by hand: its first story, and its name. Its page comes next. */
export function NewTimeline({ timeZone }: { timeZone: string }) {
  const [story, setStory] = useState<FoundStory | null>(null)
  if (!story) {
    const archive = { services: SERVICES, articleId: null, timeZone }
    return <StoryPicker archive={archive} label="Its first story" exclude={[]} onStory={(found) => setStory(found)} />
  }
  const send = async ({ name = '' }: Record<string, string>) => {
    const response = await deskRequest('POST /api/desk/timelines', { input: { name, stories: [story.id] } })
    if (!response.ok) return response.problems
    location.assign(`/admin/timelines/${response.answer.id}`)
    return 'leaving' as const
  }
  return (
    <SentForm button="Put it into the paper" fields={['name']} send={send}>
      {(problemOf) => (
        <>
          <p>
            It begins with “{story.headline}”.{' '}
            <Button look="quiet" onClick={() => setStory(null)}>
              Choose another story
            </Button>
          </p>
          <Field label="Name of the timeline" problem={problemOf('name')}>
            <Input name="name" defaultValue={story.headline} maxLength={MAX_NAME_LENGTH} autoComplete="off" autoFocus />
          </Field>
          <p className={styles.none}>Stories of it show “Story so far” as soon as there are three.</p>
        </>
      )}
    </SentForm>
  )
}
