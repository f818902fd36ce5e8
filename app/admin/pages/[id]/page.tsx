import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { pageView } from '@/app/_desk/page-view'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { DeletedPages } from '@/components/desk/pages/deleted-pages'
import { PageRoom } from '@/components/desk/pages/page-room'
import paper from '@/components/desk/paper/paper.module.css'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { deletedPage } from '@/db/paper/page-bin'
import { pageById } from '@/db/paper/pages'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { standingPagePath } from '@/lib/addresses/paths'

export const metadata: Metadata = { title: 'Writing a page' }

interface Props {
  params: Promise<{ id: string }>
}

/** A standing page open for writing. Opening it writes nothing. */
export default async function WritePage({ params }: Props) {
  const { id } = await params
  const editor = await requireEditor(`/admin/pages/${id}`)
  if (!can(editor, 'manage pages')) forbidden()
  const db = await store()
  if (!/^[1-9]\d{0,14}$/.test(id)) notFound()
  const { language, timeZone } = (await siteSettings(db)).value
  const page = await pageById(db, Number(id))
  if (!page) {
    const { slug, ...deleted } = (await deletedPage(db, Number(id))) ?? notFound()
    return (
      <DeskFrame editor={editor} current="paper">
        <PaperParts editor={editor} current="pages" />
        <div className={paper.head}>
          <h1>{deleted.headline || 'A page without a headline'}</h1>
        </div>
        <DeletedPages
          pages={[{ ...deleted, path: standingPagePath(slug) }]}
          emptied={null}
          now={deskNow()}
          timeZone={timeZone}
        />
      </DeskFrame>
    )
  }
  return (
    <DeskFrame editor={editor} current="paper">
      <PageRoom opened={await pageView(db, page)} language={language} timeZone={timeZone} now={deskNow().getTime()} />
    </DeskFrame>
  )
}
