'use client'

import { ActionDialog } from '@/components/desk/room/actions/action-dialog'

/** Takes a story off the schedule. */
export function UnscheduleDialog() {
  return (
    <ActionDialog title="Unschedule" verb="Unschedule" action={{ path: 'unschedule' }}>
      <p>The story becomes a draft again and is not published until somebody publishes it.</p>
    </ActionDialog>
  )
}
