'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Textarea } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { PanelPart } from '@/components/desk/room/panel-part'
import { SentForm } from '@/components/desk/sent-form'
import { SLUG_MAX_LENGTH } from '@/lib/addresses/paths'
import { MAX_DESCRIPTION_LENGTH } from '@/lib/desk/field-lengths'
import styles from './pages.module.css'
import type { OpenPage } from './use-page'

/** The address of the page, and what search engines say of it. */
export function PageDetails({ open }: { open: OpenPage }) {
  const { page, content } = open
  return (
    <PanelPart title="Address and search engines">
      <div className={styles.actions}>
        <p>
          <span className={styles.path}>{page.path}</span>
        </p>
        {page.isRequired ? (
          <p className={styles.hint}>Readers look for it at this address on every paper.</p>
        ) : (
          <ChangeAddress open={open} />
        )}
        <Field label="Description" hint="For search engines and shared links. Without it, the beginning of the text.">
          <Textarea
            value={content.description}
            rows={3}
            maxLength={MAX_DESCRIPTION_LENGTH}
            onChange={({ target }) => open.change({ description: target.value })}
          />
        </Field>
      </div>
    </PanelPart>
  )
}

function ChangeAddress({ open }: { open: OpenPage }) {
  const [isOpen, setOpen] = useState(false)
  const { page } = open
  const send = async ({ slug = '' }: Record<string, string>) => {
    const problems: { field: string; message: string }[] = []
    const isDone = await open.act(async (version) => {
      const response = await deskRequest('POST /api/desk/pages/[page]/readdress', {
        params: { page: page.id },
        input: { version, slug },
      })
      if (!response.ok) problems.push(...response.problems)
      return response
    }, 'The page has its new address. The old one leads to it.')
    if (!isDone) return problems
    setOpen(false)
    return []
  }
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Change the address
      </Button>
      <Dialog title="Change the address" open={isOpen} onClose={() => setOpen(false)}>
        <SentForm button="Change it" fields={['slug']} send={send}>
          {(problemOf) => (
            <Field
              label="Address"
              hint={page.publishedAt === null ? undefined : 'The old address will lead to the new one.'}
              problem={problemOf('slug')}
            >
              <input name="slug" defaultValue={page.slug} maxLength={SLUG_MAX_LENGTH} autoComplete="off" />
            </Field>
          )}
        </SentForm>
      </Dialog>
    </>
  )
}
