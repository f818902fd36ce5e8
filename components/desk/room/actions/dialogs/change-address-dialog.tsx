'use client'

import { useState } from 'react'
import { Input } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { useSession } from '@/components/desk/room/session/session-context'
import { articlePath, slugFrom } from '@/lib/addresses/paths'
import { MAX_SLUG_LENGTH } from '@/lib/desk/field-lengths'

/** Changes the address of a story that was published; the old one redirects to it. */
export function ChangeAddressDialog() {
  const session = useSession()
  const [words, setWords] = useState(session.manuscript.slug)
  const slug = slugFrom(words)
  const section = session.sectionSlug()
  return (
    <ActionDialog
      title="Change address"
      verb="Change address"
      action={slug === '' || slug === session.manuscript.slug ? null : { path: 'readdress', slug }}
    >
      <Field label="Words of the address">
        <Input
          type="text"
          dir="auto"
          maxLength={MAX_SLUG_LENGTH}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      {section && slug ? (
        <p>
          New address: <bdi>{decodeURI(articlePath({ section, slug, id: session.id }))}</bdi>
        </p>
      ) : null}
      <p>The old address keeps leading here, also from links and bookmarks that others made.</p>
    </ActionDialog>
  )
}
