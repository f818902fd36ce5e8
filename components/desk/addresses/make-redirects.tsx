'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { SentForm } from '@/components/desk/sent-form'
import type { DeskAnswer } from '@/lib/desk/endpoints'
import styles from './addresses.module.css'
import { TargetChoice } from './target-choice'

type Report = DeskAnswer<'POST /api/desk/addresses/redirects/import'>

/** Adds redirects: one, or many from a list. */
export function MakeRedirects({ timeZone }: { timeZone: string }) {
  const [open, setOpen] = useState<'one' | 'many' | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const close = () => {
    // The reloaded table shows the new redirects.
    if (report?.made) reloadPage()
    else setOpen(null)
  }
  const paste = async ({ lines = '' }: Record<string, string>) => {
    const response = await deskRequest('POST /api/desk/addresses/redirects/import', { input: { lines } })
    if (!response.ok) return response.problems
    setReport(response.answer)
    return []
  }
  return (
    <div className={styles.make}>
      <Button onClick={() => setOpen('one')}>Add a redirect</Button>
      <Button onClick={() => setOpen('many')}>Add many</Button>
      <Dialog title="Add a redirect" open={open === 'one'} onClose={close}>
        <TargetChoice from={null} timeZone={timeZone} />
      </Dialog>
      <Dialog title="Add many redirects" open={open === 'many'} onClose={close}>
        <SentForm button="Add them" fields={['lines']} send={paste}>
          {(problemOf) => (
            <Field
              label="One redirect a line"
              hint="The old address, a space or a comma, the new one: /2019/05/bridge.html /city"
              problem={problemOf('lines')}
            >
              <textarea name="lines" rows={10} spellCheck={false} />
            </Field>
          )}
        </SentForm>
        <div role="status">{report ? <Told report={report} /> : null}</div>
      </Dialog>
    </div>
  )
}

function Told({ report: { made, bad } }: { report: Report }) {
  return (
    <>
      <p className={styles.told}>
        {made === 1 ? '1 redirect stands.' : `${made} redirects stand.`}
        {bad.length ? ` ${bad.length === 1 ? '1 line was' : `${bad.length} lines were`} not taken:` : ''}
      </p>
      <ul className={styles.bad}>
        {bad.map(({ line, text, message }) => (
          <li key={line}>
            <strong>Line {line}</strong> <span className={styles.path}>{text}</span> {message}
          </li>
        ))}
      </ul>
    </>
  )
}
