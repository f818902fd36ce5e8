import { notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { currentEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { PreviewLine } from '@/components/desk/preview/preview-line'
import { FrontPage } from '@/components/front-page/front-page'
import { SectionPage } from '@/components/lists/section-page'
import { Page } from '@/components/page'
import { frontPreview } from '@/db/desk/front-preview'
import { menuLinks } from '@/db/paper/menus'
import { can } from '@/lib/accounts/permissions'
import { parseFrontQuery } from '@/lib/desk/front/front-query'
import { longDay } from '@/lib/time/dates'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A front as its readers will get it once the draft is published. */
export default async function FrontPreview({ searchParams }: Props) {
  const { sectionId } = parseFrontQuery(await searchParams)
  const editor = await currentEditor()
  if (!editor || !can(editor, 'arrange fronts')) notFound()
  const now = deskNow()
  const db = await store()
  const preview = (await frontPreview(db, { sectionId, now })) ?? notFound()
  const { settings, sections } = preview
  const top = sections.filter(({ parentId }) => parentId === null)
  return (
    <>
      <PreviewLine words="Preview – not published" />
      <Page settings={settings} sections={top} menus={(await menuLinks(db)).value}>
        {preview.kind === 'front-page' ? (
          <FrontPage edition={preview.edition} settings={settings} day={longDay(now, settings)} />
        ) : (
          <SectionPage
            section={preview.section}
            subsections={sections.filter(({ parentId }) => parentId === preview.section.id)}
            teasers={preview.teasers}
            page={1}
            pages={1}
            settings={settings}
          />
        )}
      </Page>
    </>
  )
}
