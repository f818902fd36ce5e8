import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { threadedQuery } from '@/app/threaded-query'
import { DeskFrame } from '@/components/desk/frame'
import { Library } from '@/components/desk/library/library'
import { knownCredits, PICTURES_PER_PAGE } from '@/db/library/library'
import { can } from '@/lib/accounts/permissions'
import { libraryAddress, parseLibraryQuery } from '@/lib/desk/pictures/library-query'

export const metadata: Metadata = { title: 'Pictures' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The pictures of the paper. */
export default async function PicturesPage({ searchParams }: Props) {
  const query = parseLibraryQuery(await searchParams)
  const editor = await requireEditor(libraryAddress(query))
  if (!can(editor, 'see pictures')) forbidden()
  const db = await store()
  const found = await threadedQuery('pictures', { query, editor, now: deskNow() })
  return (
    <DeskFrame editor={editor} current="pictures">
      <Library query={query} {...found} perPage={PICTURES_PER_PAGE} credits={await knownCredits(db)} />
    </DeskFrame>
  )
}
