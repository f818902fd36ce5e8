'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { deskServices } from '@/components/desk/editor/desk-services'
import { Field } from '@/components/desk/field'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import { StoryPicker } from '@/components/desk/story-picker/story-picker'
import { MAX_ENTERED_PATH_LENGTH } from '@/lib/addresses/parse-entered-url'
import type { Problem } from '@/lib/desk/refusal'
import { addRedirect, type ChosenTarget } from './address-request'
import styles from './addresses.module.css'

const SERVICES = deskServices(null)

interface Props {
  /** The address to redirect; null when the form asks for it as well. */
  from: string | null
  timeZone: string
}

/** The form that redirects an address to a path or a story. */
export function TargetChoice({ from, timeZone }: Props) {
  const [typed, setTyped] = useState('')
  const [path, setPath] = useState('')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const send = async (target: ChosenTarget) => {
    if (busy) return
    setBusy(true)
    const response = await addRedirect(from ?? typed, target)
    if (response.ok) return reloadPage()
    setProblems(response.problems)
    setBusy(false)
  }
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <div className={styles.choice}>
      {from === null ? (
        <Field label="Old address" hint="Such as /2019/05/bridge.html." problem={problemOf('from')}>
          <Input
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            maxLength={MAX_ENTERED_PATH_LENGTH}
            autoComplete="off"
          />
        </Field>
      ) : (
        <p className={styles.path}>{from}</p>
      )}
      <form
        className={styles.choice}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send({ to: path })
        }}
      >
        <Field label="New address" hint="A path of this site, such as /city." problem={problemOf('to')}>
          <Input
            value={path}
            onChange={({ target }) => setPath(target.value)}
            maxLength={MAX_ENTERED_PATH_LENGTH}
            autoComplete="off"
          />
        </Field>
        <Problems problems={problems} besides={from === null ? ['from', 'to'] : ['to']} />
        <Button type="submit" scripted look="main" busy={busy}>
          Redirect to this address
        </Button>
      </form>
      <StoryPicker
        archive={{ services: SERVICES, articleId: null, timeZone }}
        label="Or to a story, wherever it will stand"
        exclude={[]}
        onStory={({ id }) => void send({ story: id })}
      />
    </div>
  )
}
