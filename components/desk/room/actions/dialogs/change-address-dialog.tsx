'use client'

import { useState } from 'react'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { useSession } from '@/components/desk/room/session/session-context'
import { articlePath, slugFrom } from '@/lib/addresses/paths'

/** Takes a story off the schedule. */
export function UnscheduleDialog() {
  return (
    <ActionDialog title="Unschedule" verb="Unschedule" action={{ path: 'unschedule' }}>
      <p>The story becomes a draft again and does not come before readers by itself.</p>
    </ActionDialog>
  )
}

/** Gives up what was changed and not brought out. */
export function DiscardChangesDialog() {
  return (
    <ActionDialog title="Discard changes" verb="Discard changes" look="danger" action={{ path: 'discard-changes' }}>
      <p>The text becomes again what readers have, or will have. What was changed stays in the history.</p>
    </ActionDialog>
  )
}

/** Gives a story that readers know another address. */
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
        <input
          type="text"
          dir="auto"
          maxLength={200}
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
