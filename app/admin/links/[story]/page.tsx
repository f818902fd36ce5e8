import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { LinkMap } from '@/components/desk/links/link-map'
import styles from '@/components/desk/links/links.module.css'
import { languageAttributes } from '@/components/language-attributes'
import { neighbourhood } from '@/db/linking/linked-stories'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Map of links' }

interface Props {
  params: Promise<{ story: string }>
}

/** The links around one story. */
export default async function LinkMapPage({ params }: Props) {
  const { story } = await params
  const id = /^[1-9]\d{0,14}$/.test(story) ? Number(story) : notFound()
  const editor = await requireEditor(`/admin/links/${id}`)
  if (!can(editor, 'tend links')) forbidden()
  const around = (await neighbourhood(await store(), { id })) ?? notFound()
  return (
    <DeskFrame editor={editor} current="links">
      <h1 {...languageAttributes(around.language)}>{around.headline || `Story ${id}`}</h1>
      <p className={styles.ways}>
        <a href={`/admin/articles/${id}`}>Open the story</a>
        <a href="/admin/links">All links</a>
      </p>
      <LinkMap around={around} />
    </DeskFrame>
  )
}
