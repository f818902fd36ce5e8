'use client'

import { ActionDialog } from '@/components/desk/room/actions/action-dialog'

/** Takes a story off the schedule. */
export function UnscheduleDialog() {
  return (
    <ActionDialog title="Unschedule" verb="Unschedule" action={{ path: 'unschedule' }}>
      <p>The story becomes a draft again and does not come before readers by itself.</p>
    </ActionDialog>
  )
}
