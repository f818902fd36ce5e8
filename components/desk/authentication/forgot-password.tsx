'use client'

import { useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { MAX_EMAIL_LENGTH } from '@/lib/desk/field-lengths'

/** Requests a password link by mail; the response is the same whether the address exists or not. */
export function ForgotPassword() {
  const [sentTo, setSentTo] = useState('')
  return (
    <>
      <SentForm
        button="Send me a link"
        fields={['email']}
        send={async ({ email = '' }) => {
          setSentTo('')
          const response = await deskRequest('POST /api/desk/entrance/forgotten', { input: { email: email.trim() } })
          if (!response.ok) return response.problems
          setSentTo(email.trim())
          return []
        }}
      >
        {(problemOf) => (
          <Field label="E-mail" problem={problemOf('email')}>
            <input name="email" type="email" autoComplete="username" maxLength={MAX_EMAIL_LENGTH} />
          </Field>
        )}
      </SentForm>
      <p role="status">
        {sentTo
          ? `If somebody here has the e-mail ${sentTo}, a link is on its way. It works once, within the hour.`
          : null}
      </p>
      <p>
        <a href="/admin/sign-in">Back to signing in</a>
      </p>
    </>
  )
}
