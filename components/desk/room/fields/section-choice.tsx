'use client'

import { Select } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { sectionDepth } from '@/lib/paper/section-line'

/** The section of the story, from the tree of sections. */
export function SectionChoice() {
  const session = useSession()
  const chosen = useManuscript(({ sectionId }) => sectionId)
  const { sections } = session.choices
  return (
    <Field label="Section">
      {(attributes) => (
        // The checklist focuses a field by this id.
        <span id="room-sectionId">
          <Select
            {...attributes}
            value={chosen ?? ''}
            onChange={(event) => session.change({ sectionId: Number(event.target.value) || null })}
          >
            <option value="">None yet</option>
            {sections.map((section) => (
              <option key={section.id} value={section.id}>
                {'\u2003'.repeat(sectionDepth(sections, section.id))}
                {section.name}
              </option>
            ))}
          </Select>
        </span>
      )}
    </Field>
  )
}
