'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { SLUG_MAX_LENGTH } from '@/lib/addresses/paths'
import { MAX_TITLE_LENGTH } from '@/lib/desk/field-lengths'

/** The button that begins a page which every paper has. */
export function BeginPage({ slug, headline }: { slug: string; headline: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const begin = async () => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/pages', { input: { slug, headline } })
    if (response.ok) return location.assign(`/admin/pages/${response.answer.id}`)
    setBusy(false)
    setProblem(response.problems[0]?.message ?? '')
  }
  return (
    <>
      <Button look="quiet" busy={busy} onClick={() => begin()}>
        Write “{headline}”
      </Button>
      <span role="status">{problem}</span>
    </>
  )
}

/** The button that begins a page of any other name. */
export function NewPage() {
  const [open, setOpen] = useState(false)
  const send = async (typed: Record<string, string>) => {
    const response = await deskRequest('POST /api/desk/pages', { form: typed })
    if (!response.ok) return response.problems
    location.assign(`/admin/pages/${response.answer.id}`)
    return 'leaving' as const
  }
  return (
    <>
      <Button look="main" onClick={() => setOpen(true)}>
        Add a page
      </Button>
      <Dialog title="Add a page" open={open} onClose={() => setOpen(false)}>
        <SentForm button="Begin it" fields={['headline', 'slug']} send={send}>
          {(problemOf) => (
            <>
              <Field label="Headline" hint="Such as Privacy, Imprint or Subscriptions." problem={problemOf('headline')}>
                <input name="headline" maxLength={MAX_TITLE_LENGTH} autoComplete="off" />
              </Field>
              <Field label="Address" hint="Leave it empty to make it from the headline." problem={problemOf('slug')}>
                <input name="slug" maxLength={SLUG_MAX_LENGTH} autoComplete="off" />
              </Field>
            </>
          )}
        </SentForm>
      </Dialog>
    </>
  )
}
