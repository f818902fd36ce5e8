'use client'

import { useState } from 'react'
import styles from '@/components/desk/account/account.module.css'
import { authClient, entranceProblems } from '@/components/desk/authentication/auth-client'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { PASSWORD_MIN_LENGTH, passwordProblem } from '@/lib/accounts/password'

/** Changes the password; the other sessions end. */
export function ChangePassword({ email }: { email: string }) {
  const [changes, setChanges] = useState(0)
  const send = async ({ currentPassword = '', newPassword = '' }: Record<string, string>) => {
    const message = passwordProblem(newPassword)
    if (message) return [{ field: 'newPassword', message }]
    const { error } = await authClient.changePassword({ currentPassword, newPassword, revokeOtherSessions: true })
    if (error) return entranceProblems(error).map((problem) => ({ ...problem, field: fieldOf(error.code) }))
    setChanges(changes + 1)
    return []
  }
  return (
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password">Password</h2>
      <p role="status">{changes ? 'Your password is changed, and your other sessions have ended.' : null}</p>
      <div className={styles.form}>
        {/* A new form each time, so that nothing typed stays. */}
        <SentForm
          key={changes}
          button="Change password"
          look="plain"
          fields={['currentPassword', 'newPassword']}
          send={send}
        >
          {(problemOf) => (
            <>
              <input type="email" autoComplete="username" value={email} readOnly hidden />
              <Field label="Current password" problem={problemOf('currentPassword')}>
                <input name="currentPassword" type="password" autoComplete="current-password" />
              </Field>
              <Field
                label="New password"
                hint={`At least ${PASSWORD_MIN_LENGTH} characters.`}
                problem={problemOf('newPassword')}
              >
                <input name="newPassword" type="password" autoComplete="new-password" />
              </Field>
            </>
          )}
        </SentForm>
      </div>
    </section>
  )
}

function fieldOf(code: string | undefined): string {
  if (code === 'INVALID_PASSWORD') return 'currentPassword'
  return code?.startsWith('PASSWORD_') ? 'newPassword' : ''
}
