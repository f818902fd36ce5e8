import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { Library, type PictureBin } from '@/components/desk/library/library'
import { emptiedPictureBins, picturesInBin } from '@/db/library/emptied-bins'
import { knownCredits, PICTURES_PER_PAGE } from '@/db/library/library'
import { siteSettings } from '@/db/paper/site'
import type { Reader } from '@/db/store/open'
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
  const now = deskNow()
  const found = await deskQuery('pictures', { query, editor, now })
  const bin = query.state === 'bin' && can(editor, 'decide on pictures') ? await pictureBin(db, now) : null
  return (
    <DeskFrame editor={editor} current="pictures">
      <Library query={query} found={found} perPage={PICTURES_PER_PAGE} credits={await knownCredits(db)} bin={bin} />
    </DeskFrame>
  )
}

async function pictureBin(db: Reader, now: Date): Promise<PictureBin> {
  const { timeZone } = (await siteSettings(db)).value
  const [count, emptied] = [await picturesInBin(db), await emptiedPictureBins(db, { now })]
  return { count, emptied, now: now.getTime(), timeZone }
}
