import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import styles from '@/components/desk/preview/preview-page.module.css'
import { PreviewWidths } from '@/components/desk/preview/preview-widths'
import { sectionById } from '@/db/paper/sections'
import { can } from '@/lib/accounts/permissions'
import { parseFrontQuery } from '@/lib/desk/front/front-query'

export const metadata: Metadata = { title: 'Preview of the front' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A front as its readers will get it once it is published, at three widths. */
export default async function FrontPreviewPage({ searchParams }: Props) {
  const { sectionId, address } = parseFrontQuery(await searchParams, '/admin/front/preview')
  const editor = await requireEditor(address)
  if (!can(editor, 'arrange fronts')) forbidden()
  const section = sectionId === null ? null : ((await sectionById(await store(), sectionId)) ?? notFound())
  const query = section ? `?section=${section.id}` : ''
  return (
    <DeskFrame editor={editor} current="front">
      <div className={styles.page}>
        <header>
          <h1>{section ? `The front of ${section.name}` : 'Front page'}</h1>
          <p className={styles.back}>
            As it will be once it is published · <a href={`/admin/front${query}`}>Back to arranging</a>
          </p>
        </header>
        <PreviewWidths src={`/preview/front${query}`} what="The front" />
      </div>
    </DeskFrame>
  )
}
