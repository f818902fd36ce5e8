'use client'

import { ActionDialog } from '@/components/desk/room/actions/action-dialog'

/** Discards changes that are not published. */
export function DiscardChangesDialog() {
  return (
    <ActionDialog title="Discard changes" verb="Discard changes" look="danger" action={{ path: 'discard-changes' }}>
      <p>The text becomes again what readers have, or will have. What was changed stays in the history.</p>
    </ActionDialog>
  )
}
