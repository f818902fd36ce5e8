import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { PreviewLinks } from '@/components/desk/preview/preview-links'
import styles from '@/components/desk/preview/preview-page.module.css'
import { PreviewWidths } from '@/components/desk/preview/preview-widths'
import { articleOwnership } from '@/db/editing/ownership'
import { storedArticle } from '@/db/editing/stored-article'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Preview' }

interface Props {
  params: Promise<{ id: string }>
}

/** The story as its readers will get it, and the links that show it to others. */
export default async function PreviewPage({ params }: Props) {
  const { id: segment } = await params
  const editor = await requireEditor(`/admin/articles/${segment}/preview`)
  const id = /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : notFound()
  const db = await store()
  const now = deskNow()
  const ownership = (await articleOwnership(db, id)) ?? notFound()
  if (!can(editor, 'preview article', ownership)) forbidden()
  const { manuscript, version } = await storedArticle(db, id, now)
  const { value: paper } = await siteSettings(db)
  return (
    <DeskFrame editor={editor} current="articles">
      <div className={styles.page}>
        <header>
          <h1 lang={manuscript.language}>{manuscript.headline || 'Untitled'}</h1>
          <p className={styles.back}>
            Preview of the story · <a href={`/admin/articles/${id}`}>Back to writing</a>
          </p>
        </header>
        <PreviewWidths src={`/preview/article/${id}`} what="The story" />
        {can(editor, 'share preview', ownership) ? (
          <section className={styles.sharing} aria-labelledby="sharing">
            <h2 id="sharing">Share the preview</h2>
            <PreviewLinks articleId={id} version={version} timeZone={paper.timeZone} />
          </section>
        ) : null}
      </div>
    </DeskFrame>
  )
}
