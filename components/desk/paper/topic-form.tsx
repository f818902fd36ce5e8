'use client'

import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { MAX_DESCRIPTION_LENGTH } from '@/lib/desk/field-lengths'
import { changedFields } from '@/lib/desk/paper/changed-fields'
import type { ListedTopic } from '@/lib/desk/paper/listed-names'
import { AddressField, NameField } from './name-fields'

interface Props {
  /** null for a new one. */
  topic: ListedTopic | null
  onDone: (name: string) => void
}

/** Name, address and description of a topic. */
export function TopicForm({ topic, onDone }: Props) {
  const send = async (typed: Record<string, string>) => {
    const { name = '', slug = '', description = '' } = typed
    const response = topic
      ? await deskRequest('PUT /api/desk/topics/[topic]', {
          params: { topic: topic.id },
          input: changedFields({ name, slug, description }, topic),
        })
      : await deskRequest('POST /api/desk/topics', { form: typed })
    if (!response.ok) return response.problems
    onDone(name)
    return []
  }
  return (
    <SentForm button={topic ? 'Save' : 'Add'} fields={['name', 'slug', 'description']} send={send}>
      {(problemOf) => (
        <>
          <NameField value={topic?.name} problem={problemOf('name')} />
          <Field
            label="Description"
            hint="One or two sentences, for the page of the topic and for search engines."
            problem={problemOf('description')}
          >
            <textarea
              name="description"
              defaultValue={topic?.description}
              maxLength={MAX_DESCRIPTION_LENGTH}
              rows={3}
            />
          </Field>
          <AddressField value={topic?.slug} problem={problemOf('slug')} />
        </>
      )}
    </SentForm>
  )
}
