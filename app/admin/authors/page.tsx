import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { Authors } from '@/components/desk/paper/authors'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { allUsers } from '@/db/accounts/users'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Authors' }

/** The people whose names stand over stories. */
export default async function AuthorsPage() {
  const editor = await requireEditor('/admin/authors')
  if (!can(editor, 'manage authors')) forbidden()
  const db = await store()
  const now = deskNow()
  const { timeZone } = (await siteSettings(db)).value
  const accounts = (await allUsers(db)).filter(({ isDeactivated }) => !isDeactivated)
  const found = await deskQuery('authors', { words: '', page: 1, now })
  if ('refused' in found) {
    return (
      <DeskFrame editor={editor} current="paper">
        <PaperParts editor={editor} current="authors" />
        <h1>Authors</h1>
        <ListRefusal reason={found.refused} again="/admin/authors" />
      </DeskFrame>
    )
  }
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="authors" />
      <Authors
        initial={found}
        accounts={accounts.map(({ id, name }) => ({ id, name }))}
        clock={{ now: now.getTime(), timeZone }}
      />
    </DeskFrame>
  )
}
