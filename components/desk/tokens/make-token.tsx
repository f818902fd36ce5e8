'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import deliveries from '@/components/desk/deliveries/deliveries.module.css'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { OneTimeUrl } from '@/components/desk/people/one-time-url'
import { SentForm } from '@/components/desk/sent-form'
import { SCOPE_NAMES, SCOPES } from '@/lib/admin-api/scopes'
import { MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import { TOKEN_LIVES } from '@/lib/desk/tokens/token-lives'

/** The dialog that makes a token and shows it, this once. */
export function MakeToken({ people }: { people: { id: string; name: string }[] }) {
  const [open, setOpen] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    // The reloaded list shows the new token.
    if (token !== null) reloadPage()
  }
  const send = async (typed: Record<string, string>) => {
    const { name = '', user = '', days = '' } = typed
    const scopes = SCOPES.filter((scope) => typed[`scope-${scope}`] === 'on')
    const life = TOKEN_LIVES.find((one) => String(one) === days) ?? null
    const response = await deskRequest('POST /api/desk/tokens', { input: { name, user, scopes, days: life } })
    if (!response.ok) return response.problems
    setToken(response.answer.token)
    return []
  }
  return (
    <>
      <Button look="main" onClick={() => setOpen(true)}>
        Make a token
      </Button>
      <Dialog title="Make a token" open={open} onClose={close}>
        {token === null ? (
          <SentForm button="Make the token" fields={['name', 'user']} send={send}>
            {(problemOf) => (
              <>
                <Field label="What it is for" hint="Such as the name of the program." problem={problemOf('name')}>
                  <input name="name" autoComplete="off" maxLength={MAX_LABEL_LENGTH} />
                </Field>
                <Field
                  label="Acts as"
                  hint="It may do what this person may, and ends with the account."
                  problem={problemOf('user')}
                >
                  <select name="user">
                    {people.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </Field>
                <fieldset className={deliveries.events}>
                  <legend>It may</legend>
                  {SCOPES.map((scope) => (
                    <label key={scope} className={deliveries.event}>
                      <input type="checkbox" name={`scope-${scope}`} defaultChecked={scope === 'read'} />
                      {SCOPE_NAMES[scope]}
                    </label>
                  ))}
                </fieldset>
                <Field label="Ends">
                  <select name="days">
                    {TOKEN_LIVES.map((days) => (
                      <option key={days} value={days}>
                        In {days} days
                      </option>
                    ))}
                    <option value="">When it is revoked</option>
                  </select>
                </Field>
              </>
            )}
          </SentForm>
        ) : (
          <OneTimeUrl
            label="Token"
            button="Copy token"
            url={token}
            about="Keep it where the program keeps its secrets. It is not shown again."
          />
        )}
      </Dialog>
    </>
  )
}
