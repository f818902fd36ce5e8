'use client'

import { authClient } from '@/components/desk/authentication/auth-client'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { PASSWORD_MIN_LENGTH } from '@/lib/accounts/password'
import { MAX_EMAIL_LENGTH, MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'

interface Props {
  /** Which one-time link this is. */
  kind: 'setup' | 'invitation' | 'reset'
  secret: string
  /** Known for accounts and invitations; empty where it has to be typed. */
  email: string
  name: string
}

const BUTTON = { setup: 'Make the account', invitation: 'Join', reset: 'Change password' }
const FIELDS = { setup: ['email', 'name', 'password'], invitation: ['name', 'password'], reset: ['password'] }

/** The form behind a one-time link: a password, and name and e-mail where they are unknown. */
export function ChoosePassword({ kind, secret, email: knownEmail, name }: Props) {
  const send = async ({ email = '', password = '', name: typedName = '' }: Record<string, string>) => {
    const inputs = {
      setup: { secret, email: email.trim(), name: typedName, password },
      invitation: { secret, name: typedName, password },
      reset: { secret, password },
    }
    const response = await deskRequest(`POST /api/desk/entrance/${kind}`, { input: inputs[kind] })
    if (!response.ok) return response.problems
    // An existing account may have a second step.
    if (kind !== 'reset') await authClient.signIn.email({ email: email.trim(), password })
    location.assign(kind === 'reset' ? '/admin/sign-in?changed=password' : '/admin')
    return 'leaving' as const
  }

  return (
    <SentForm button={BUTTON[kind]} fields={FIELDS[kind]} send={send}>
      {(problemOf) => (
        <>
          {kind === 'setup' ? (
            <Field label="E-mail" problem={problemOf('email')}>
              <input name="email" type="email" autoComplete="username" maxLength={MAX_EMAIL_LENGTH} />
            </Field>
          ) : (
            // Password managers store the password under it.
            <input name="email" type="email" autoComplete="username" value={knownEmail} readOnly hidden />
          )}
          {kind === 'reset' ? null : (
            <Field label="Name" hint="As the newsroom knows you; colleagues see it." problem={problemOf('name')}>
              <input name="name" autoComplete="name" defaultValue={name} maxLength={MAX_LABEL_LENGTH} />
            </Field>
          )}
          <Field
            label={kind === 'reset' ? 'New password' : 'Password'}
            hint={`At least ${PASSWORD_MIN_LENGTH} characters. A few words that nobody else would put together are good.`}
            problem={problemOf('password')}
          >
            <input name="password" type="password" autoComplete="new-password" />
          </Field>
        </>
      )}
    </SentForm>
  )
}
