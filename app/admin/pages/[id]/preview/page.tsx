import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import styles from '@/components/desk/preview/preview-page.module.css'
import { PreviewWidths } from '@/components/desk/preview/preview-widths'
import { pageById } from '@/db/paper/pages'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Preview of a page' }

interface Props {
  params: Promise<{ id: string }>
}

/** A standing page as readers will get it once it is published, at three widths. */
export default async function PagePreviewPage({ params }: Props) {
  const { id } = await params
  const editor = await requireEditor(`/admin/pages/${id}/preview`)
  if (!can(editor, 'manage pages')) forbidden()
  const page = (/^[1-9]\d{0,14}$/.test(id) ? await pageById(await store(), Number(id)) : null) ?? notFound()
  return (
    <DeskFrame editor={editor} current="paper">
      <div className={styles.page}>
        <header>
          <h1>{page.content.headline || 'A page without a headline'}</h1>
          <p className={styles.back}>
            As it will be once it is published · <a href={`/admin/pages/${id}`}>Back to writing</a>
          </p>
        </header>
        <PreviewWidths src={`/preview/page/${id}`} what="The page" />
      </div>
    </DeskFrame>
  )
}
