'use client'

import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import type { Section } from '@/lib/article/article'
import { changedFields } from '@/lib/desk/paper/changed-fields'
import { sectionDepth } from '@/lib/paper/section-line'
import { AddressField, NameField } from './name-fields'

interface Props {
  /** null for a new one. */
  section: Section | null
  sections: Section[]
  onDone: (name: string) => void
}

/** Name, place, description and address of a section. */
export function SectionForm({ section, sections, onDone }: Props) {
  const send = async (typed: Record<string, string>) => {
    const { name = '', slug = '', description = '' } = typed
    const response = section
      ? await deskRequest('PUT /api/desk/sections/[section]', {
          ...{ params: { section: section.id }, input: changedFields({ name, slug, description }, section) },
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
          {section ? null : (
            <Field label="Place" problem={problemOf('parent')}>
              <select name="parent" defaultValue="">
                <option value="">At the top</option>
                {sections.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {'\u2003'.repeat(sectionDepth(sections, id))}
                    Below {name}
                  </option>
                ))}
              </select>
            </Field>
          )}
          <Field
            label="Description"
            hint="One or two sentences, for the page of the section and for search engines."
            problem={problemOf('description')}
          >
            <textarea name="description" defaultValue={section?.description} maxLength={500} rows={3} />
          </Field>
          <AddressField value={section?.slug} problem={problemOf('slug')} />
        </>
      )}
    </SentForm>
  )
}
