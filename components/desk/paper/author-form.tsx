'use client'

import { useRef, useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { SentForm } from '@/components/desk/sent-form'
import { MAX_EMAIL_LENGTH, MAX_INTRODUCTION_LENGTH, MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'
import { changedFields } from '@/lib/desk/paper/changed-fields'
import type { ListedAuthor } from '@/lib/desk/paper/listed-names'
import type { Problem } from '@/lib/desk/refusal'
import { AuthorLinks, type LinkRow } from './author-links'
import { AddressField, NameField } from './name-fields'
import { PortraitField } from './portrait-field'

/** An account of the desk. */
export interface Account {
  id: string
  name: string
}

interface Props {
  /** null for a new one. */
  author: ListedAuthor | null
  accounts: Account[]
  onDone: (name: string) => void
}

const FIELDS = ['name', 'slug', 'role', 'bio', 'email', 'userId', 'portraitId', 'links']

/** What readers get to know of an author, and the account to which the name belongs. */
export function AuthorForm({ author, accounts, onDone }: Props) {
  const [portrait, setPortrait] = useState(author?.portrait ?? null)
  const [links, setLinks] = useState<LinkRow[]>(() => (author?.links ?? []).map((link, key) => ({ ...link, key })))
  const describing = useRef(Promise.resolve())
  const own = author?.account ?? null
  const offered = own && !accounts.some(({ id }) => id === own.id) ? [own, ...accounts] : accounts
  const send = async ({ userId, name = '', slug = '', role = '', bio = '', email = '' }: Record<string, string>) => {
    await describing.current
    const kept = links.filter((link) => link.name.trim() || link.url.trim()).map(({ name, url }) => ({ name, url }))
    const input = {
      name,
      slug,
      role,
      bio,
      email: email.trim(),
      userId: userId || null,
      portraitId: portrait?.id ?? null,
      links: kept,
    }
    const response = author
      ? await deskRequest('PUT /api/desk/authors/[author]', {
          params: { author: author.id },
          input: changedFields(input, fieldsOf(author)),
        })
      : await deskRequest('POST /api/desk/authors', { input })
    if (!response.ok) return response.problems.map(atField)
    onDone(name)
    return []
  }
  return (
    <SentForm button={author ? 'Save' : 'Add'} fields={FIELDS} send={send}>
      {(problemOf) => (
        <>
          <NameField value={author?.name} problem={problemOf('name')} />
          <Field label="Role" hint="Such as Harbour correspondent." problem={problemOf('role')}>
            <input name="role" defaultValue={author?.role} maxLength={MAX_NAME_LENGTH} autoComplete="off" />
          </Field>
          <Field label="About" problem={problemOf('bio')}>
            <textarea name="bio" defaultValue={author?.bio} maxLength={MAX_INTRODUCTION_LENGTH} rows={4} />
          </Field>
          <PortraitField
            portrait={portrait}
            onPortrait={setPortrait}
            onDescribing={(described) => {
              describing.current = described
            }}
            problem={problemOf('portraitId')}
          />
          <Field label="E-mail" hint="Readers see it. Leave it empty for none." problem={problemOf('email')}>
            <input
              name="email"
              type="email"
              defaultValue={author?.email}
              maxLength={MAX_EMAIL_LENGTH}
              autoComplete="off"
            />
          </Field>
          <AuthorLinks links={links} onLinks={setLinks} problem={problemOf('links')} />
          <Field
            label="Account"
            hint="Whose name it is: their new stories begin with it."
            problem={problemOf('userId')}
          >
            <select name="userId" defaultValue={author?.account?.id ?? ''}>
              <option value="">None</option>
              {offered.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <AddressField value={author?.slug} problem={problemOf('slug')} />
        </>
      )}
    </SentForm>
  )
}

/** The fields of the form as they stood when it was opened. */
function fieldsOf({ name, slug, role, bio, email, links, portrait, account }: ListedAuthor) {
  return { name, slug, role, bio, email, links, portraitId: portrait?.id ?? null, userId: account?.id ?? null }
}

/** A problem of one of the links is shown at all of them. */
function atField({ field, message }: Problem): Problem {
  return { field: field.startsWith('links') ? 'links' : field, message }
}
