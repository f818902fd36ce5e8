import { notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { currentEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { PreviewLine } from '@/components/desk/preview/preview-line'
import { Page } from '@/components/page'
import { StandingPage } from '@/components/standing/standing-page'
import { menuLinks } from '@/db/paper/menus'
import { pageById } from '@/db/paper/pages'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { pageReferences } from '@/db/reading/standing-pages'
import { can } from '@/lib/accounts/permissions'
import { readerBody } from '@/lib/linking/reader-body'

interface Props {
  params: Promise<{ id: string }>
}

/** A standing page as its readers will get it once the text under work is published. */
export default async function StandingPagePreview({ params }: Props) {
  const { id } = await params
  const editor = await currentEditor()
  if (!editor || !can(editor, 'manage pages')) notFound()
  const db = await store()
  const page = (/^[1-9]\d{0,14}$/.test(id) ? await pageById(db, Number(id)) : null) ?? notFound()
  const { headline, body } = page.content
  const { value: referenced } = await pageReferences(db, { body, now: deskNow() })
  const { value: settings } = await siteSettings(db)
  const sections = (await allSections(db)).value.filter(({ parentId }) => parentId === null)
  return (
    <>
      <PreviewLine words="Preview – the text under work" />
      <Page settings={settings} sections={sections} menus={(await menuLinks(db)).value}>
        <StandingPage headline={headline} body={readerBody(body, 0, referenced)} settings={settings} />
      </Page>
    </>
  )
}
