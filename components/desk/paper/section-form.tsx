'use client'

import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import type { Section } from '@/lib/article/article'
import { MAX_DESCRIPTION_LENGTH } from '@/lib/desk/field-lengths'
import { changedFields } from '@/lib/desk/paper/changed-fields'
import { sectionDepth, sectionLine } from '@/lib/paper/section-line'
import { AddressField, NameField } from './name-fields'

interface Props {
  /** null for a new one. */
  section: Section | null
  sections: Section[]
  onDone: (name: string) => void
}

/** Name, place, description and address of a section. */
export function SectionForm({ section, sections, onDone }: Props) {
  const place = String(section?.parentId ?? '')
  const byId = new Map(sections.map((one) => [one.id, one]))
  // Below itself it would be nowhere.
  const places = sections.filter(({ id }) => !sectionLine(byId, id).some((above) => above.id === section?.id))
  const send = async (typed: Record<string, string>) => {
    const { name = '', slug = '', description = '', parent = '' } = typed
    const response = section
      ? await deskRequest('PUT /api/desk/sections/[section]', {
          params: { section: section.id },
          input: changedFields({ name, slug, description, parent }, { ...section, parent: place }),
        })
      : await deskRequest('POST /api/desk/sections', { form: typed })
    if (!response.ok) return response.problems
    onDone(name)
    return []
  }
  return (
    <SentForm button={section ? 'Save' : 'Add'} fields={['name', 'slug', 'description', 'parent']} send={send}>
      {(problemOf) => (
        <>
          <NameField value={section?.name} problem={problemOf('name')} />
          <Field
            label="Place"
            hint={section ? 'What stands below it moves with it. No address changes.' : undefined}
            problem={problemOf('parent')}
          >
            <select name="parent" defaultValue={place}>
              <option value="">At the top</option>
              {places.map(({ id, name }) => (
                <option key={id} value={id}>
                  {'\u2003'.repeat(sectionDepth(sections, id))}
                  Below {name}
                </option>
              ))}
            </select>
          </Field>
          <Field
            label="Description"
            hint="One or two sentences, for the page of the section and for search engines."
            problem={problemOf('description')}
          >
            <textarea
              name="description"
              defaultValue={section?.description}
              maxLength={MAX_DESCRIPTION_LENGTH}
              rows={3}
            />
          </Field>
          <AddressField value={section?.slug} problem={problemOf('slug')} />
        </>
      )}
    </SentForm>
  )
}
