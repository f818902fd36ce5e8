'use client'

import { Input, Textarea } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { SLUG_MAX_LENGTH } from '@/lib/addresses/paths'
import { MAX_INTRODUCTION_LENGTH, MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import type { Problem } from '@/lib/desk/refusal'
import type { OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'
import type { SendChange } from './send-change'
import styles from './timelines.module.css'

/** What a timeline is called, what stands below its name, and its address. */
export function TimelineForm({ timeline, sendChange }: { timeline: OpenedTimeline; sendChange: SendChange }) {
  const { id, name, slug, introduction } = timeline
  const send = async (typed: Record<string, string>) => {
    const input = { name: typed.name ?? name, slug: typed.slug ?? slug, introduction: typed.introduction ?? '' }
    let problems: Problem[] = []
    await sendChange(async () => {
      const response = await deskRequest('PUT /api/desk/timelines/[timeline]', { params: { timeline: id }, input })
      // A field that is wrong says so itself.
      problems = response.ok ? [] : response.problems
      return response.ok ? response : { ...response, problems: [] }
    }, 'Saved. Readers have it already.')
    return problems
  }
  return (
    <div className={styles.form}>
      <SentForm button="Save" fields={['name', 'slug', 'introduction']} send={send}>
        {(problemOf) => (
          <>
            <Field label="Name" problem={problemOf('name')}>
              <Input name="name" defaultValue={name} maxLength={MAX_NAME_LENGTH} autoComplete="off" />
            </Field>
            <Field
              label="Introduction"
              hint="What somebody needs to know who has read none of it. It may be empty."
              problem={problemOf('introduction')}
            >
              <Textarea name="introduction" defaultValue={introduction} maxLength={MAX_INTRODUCTION_LENGTH} rows={4} />
            </Field>
            <Field label="Address" hint="The old address will lead to the new one." problem={problemOf('slug')}>
              <Input name="slug" defaultValue={slug} maxLength={SLUG_MAX_LENGTH} autoComplete="off" />
            </Field>
          </>
        )}
      </SentForm>
    </div>
  )
}
