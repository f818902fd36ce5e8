'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { authClient, entranceProblems } from '@/components/desk/authentication/auth-client'
import { offerPasskeys, signInWithPasskey } from '@/components/desk/authentication/passkey-sign-in'
import { SecondStep } from '@/components/desk/authentication/second-step'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { MAX_EMAIL_LENGTH } from '@/lib/desk/field-lengths'
import styles from './authentication-page.module.css'

interface Props {
  /** Where to go after signing in. */
  to: string
  /** Whether a password link can be requested by mail. */
  hasMail: boolean
}

/** Signs in with e-mail and password and the second step, or with a passkey. */
export function SignIn({ to, hasMail }: Props) {
  const [needsCode, setNeedsCode] = useState(false)
  const isLeaving = useRef(false)
  const enter = useCallback(() => {
    // A second navigation would break off the first.
    if (!isLeaving.current) location.assign(to)
    isLeaving.current = true
    return 'leaving' as const
  }, [to])

  useEffect(() => {
    void offerPasskeys().then((isIn) => {
      if (isIn) enter()
    })
  }, [enter])

  if (needsCode) return <SecondStep onDone={enter} onBack={() => setNeedsCode(false)} />
  return (
    <>
      <SentForm
        button="Sign in"
        send={async ({ email = '', password = '' }) => {
          const { data, error } = await authClient.signIn.email({ email: email.trim(), password })
          if (error) return entranceProblems(error)
          if (!('twoFactorRedirect' in data)) return enter()
          setNeedsCode(true)
          return []
        }}
      >
        <Field label="E-mail">
          <input name="email" type="email" autoComplete="username webauthn" maxLength={MAX_EMAIL_LENGTH} />
        </Field>
        <Field label="Password">
          <input name="password" type="password" autoComplete="current-password webauthn" />
        </Field>
      </SentForm>
      <div className={styles.or}>
        <SentForm
          button="Sign in with a passkey"
          look="quiet"
          send={async () => {
            const error = await signInWithPasskey()
            return error ? entranceProblems(error) : enter()
          }}
        />
        {hasMail ? (
          <a href="/admin/forgotten">I forgot my password</a>
        ) : (
          <p className={styles.about}>Forgot your password? An admin can give you a link to choose another.</p>
        )}
      </div>
    </>
  )
}
