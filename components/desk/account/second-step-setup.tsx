'use client'

import { useState } from 'react'
import { encode } from 'uqr'
import styles from '@/components/desk/account/account.module.css'
import { BackupCodes } from '@/components/desk/account/backup-codes'
import { authClient, entranceProblems } from '@/components/desk/authentication/auth-client'
import { Button } from '@/components/desk/button'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { SentForm } from '@/components/desk/sent-form'

type Doing = 'set up' | 'turn off' | 'new codes'

/** The second step of signing in: setting it up, turning it off, making new backup codes. */
export function SecondStepSetup({ isOn }: { isOn: boolean }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const [enrolment, setEnrolment] = useState<{ uri: string; backupCodes: string[] } | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const close = () => {
    // The page has to be loaded again to show the change.
    if (codes || enrolment) reloadPage()
    setDoing(null)
  }

  const confirmed = async ({ password = '' }: Record<string, string>) => {
    if (doing === 'set up') {
      const { data, error } = await authClient.twoFactor.enable({ password })
      if (error) return entranceProblems(error)
      if ('totpURI' in data) setEnrolment({ uri: data.totpURI, backupCodes: data.backupCodes })
    } else if (doing === 'new codes') {
      const { data, error } = await authClient.twoFactor.generateBackupCodes({ password })
      if (error) return entranceProblems(error)
      setCodes(data.backupCodes)
    } else {
      const { error } = await authClient.twoFactor.disable({ password })
      if (error) return entranceProblems(error)
      reloadPage()
      return 'leaving' as const
    }
    return []
  }
  const enrolled = async ({ code = '' }: Record<string, string>) => {
    const { error } = await authClient.twoFactor.verifyTotp({ code: code.replace(/\s/g, '') })
    if (error) return entranceProblems(error)
    setCodes(enrolment?.backupCodes ?? [])
    return []
  }

  return (
    <section className={styles.part} aria-labelledby="second-step">
      <h2 id="second-step">Second step</h2>
      <p className={styles.about}>
        {isOn
          ? 'On. After your password you are asked for the code that your authenticator shows.'
          : 'Off. With it, whoever finds out your password needs the code that your authenticator shows, too.'}
      </p>
      <span className={styles.actions}>
        {isOn ? (
          <>
            <Button onClick={() => setDoing('new codes')}>Make other backup codes</Button>
            <Button onClick={() => setDoing('turn off')}>Turn off the second step</Button>
          </>
        ) : (
          <Button onClick={() => setDoing('set up')}>Set up a second step</Button>
        )}
      </span>
      <Dialog title={doing ? TITLES[doing] : ''} open={doing !== null} onClose={close}>
        {codes ? (
          <BackupCodes codes={codes} onKept={close} />
        ) : enrolment ? (
          <SentForm key="code" button="Turn on" send={enrolled}>
            <p>Scan this with your authenticator, or type the key into it. Then type the six digits that it shows.</p>
            <QrCode text={enrolment.uri} />
            <p>
              Key: <span className={styles.secret}>{keyIn(enrolment.uri)}</span>
            </p>
            <Field label="Code">
              <input name="code" autoComplete="one-time-code" inputMode="numeric" />
            </Field>
          </SentForm>
        ) : (
          <SentForm key="password" button={doing === 'turn off' ? 'Turn off' : 'Go on'} send={confirmed}>
            <Field label="Password" hint="To be sure that it is you.">
              <input name="password" type="password" autoComplete="current-password" />
            </Field>
          </SentForm>
        )}
      </Dialog>
    </section>
  )
}

const TITLES: Record<Doing, string> = {
  'set up': 'Set up a second step',
  'turn off': 'Turn off the second step',
  'new codes': 'Make other backup codes',
}

/** In groups of four, easier to type; authenticators ignore the spaces. */
function keyIn(uri: string): string {
  return (new URL(uri).searchParams.get('secret') ?? '').replace(/.{4}(?=.)/g, '$& ')
}

/** The text as a QR code; it is also shown as text. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 0 })
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label="The key as a QR code">
      <path d={modules.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
