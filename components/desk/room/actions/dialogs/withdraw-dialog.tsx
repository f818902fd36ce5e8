'use client'

import { useState } from 'react'
import { Textarea } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { ActionDialog } from '@/components/desk/room/actions/action-dialog'
import { LinkingStories } from '@/components/desk/room/status/linking-stories'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { isBlank } from '@/lib/text/visible-text'

/** Withdraws a story, after showing which stories will lose a link to it. */
export function WithdrawDialog() {
  const [reason, setReason] = useState('')
  return (
    <ActionDialog
      title="Withdraw"
      verb="Withdraw"
      look="danger"
      action={isBlank(reason) ? null : { path: 'withdraw', reason: reason.trim() }}
    >
      <p>
        Readers will find a notice at the story’s address; it leaves the front page, every list, and every block that
        names it.
      </p>
      <LinkingStories none="No other story links here." some="These stories link here, and will lose the link:" />
      <Field label="Reason, for readers" hint="It is shown in the notice.">
        <Textarea maxLength={MAX_NOTE_LENGTH} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ActionDialog>
  )
}
