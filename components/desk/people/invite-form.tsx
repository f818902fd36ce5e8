'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { OneTimeUrl } from '@/components/desk/people/one-time-url'
import { RoleChoice } from '@/components/desk/people/role-choice'
import { SentForm } from '@/components/desk/sent-form'
import { MAX_EMAIL_LENGTH, MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'

interface Invited {
  email: string
  url: string
  mailed: boolean
}

/** The form that invites somebody, and shows the link. */
export function InviteForm() {
  const [open, setOpen] = useState(false)
  const [invited, setInvited] = useState<Invited | null>(null)
  const close = () => {
    setOpen(false)
    // The list below shows the new invitation.
    if (invited) reloadPage()
  }
  const send = async ({ email = '', ...typed }: Record<string, string>) => {
    const response = await deskRequest('POST /api/desk/people/invitations', {
      form: { ...typed, email: email.trim() },
    })
    if (!response.ok) return response.problems
    setInvited({ email: email.trim(), ...response.answer })
    return []
  }

  return (
    <>
      <Button look="main" onClick={() => setOpen(true)}>
        Invite somebody
      </Button>
      <Dialog title="Invite somebody" open={open} onClose={close}>
        {invited ? (
          <OneTimeUrl label="Invitation link" url={invited.url} about={aboutInvitation(invited)} />
        ) : (
          <SentForm button="Make the invitation" fields={['email', 'name', 'role']} send={send}>
            {(problemOf) => (
              <>
                <Field label="E-mail" problem={problemOf('email')}>
                  <input name="email" type="email" autoComplete="off" maxLength={MAX_EMAIL_LENGTH} />
                </Field>
                <Field label="Name" hint="They can correct it when they join." problem={problemOf('name')}>
                  <input name="name" autoComplete="off" maxLength={MAX_LABEL_LENGTH} />
                </Field>
                <RoleChoice chosen="contributor" problem={problemOf('role')} />
              </>
            )}
          </SentForm>
        )}
      </Dialog>
    </>
  )
}

function aboutInvitation({ email, mailed }: Invited): string {
  const way = mailed ? `It was mailed to ${email} too.` : `Hand it to ${email} yourself; no mail was sent.`
  return `${way} It works once, within seven days, and is not shown again.`
}
