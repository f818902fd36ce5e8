import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { pageView } from '@/app/_desk/page-view'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { NewPage } from '@/components/desk/pages/begin-page'
import { DeletedPages } from '@/components/desk/pages/deleted-pages'
import { PagesTable } from '@/components/desk/pages/pages-table'
import paper from '@/components/desk/paper/paper.module.css'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { deletedPages, emptiedPageBins } from '@/db/paper/page-bin'
import { allPages } from '@/db/paper/pages'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { standingPagePath } from '@/lib/addresses/paths'
import { REQUIRED_PAGES } from '@/lib/paper/required-pages'
import { unwrittenPage } from '@/lib/paper/unwritten-page'

export const metadata: Metadata = { title: 'Pages' }

/** The pages on which the paper speaks of itself. */
export default async function PagesPage() {
  const editor = await requireEditor('/admin/pages')
  if (!can(editor, 'manage pages')) forbidden()
  const db = await store()
  const { value: settings } = await siteSettings(db)
  const begun = await allPages(db)
  const views = await Promise.all(begun.map((page) => pageView(db, page)))
  const missing = REQUIRED_PAGES.filter((slug) => !begun.some((page) => page.slug === slug))
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="pages" />
      <div className={paper.head}>
        <h1>Pages</h1>
        <NewPage />
      </div>
      <PagesTable
        pages={views}
        unwritten={missing.map((slug) => ({
          slug,
          path: standingPagePath(slug),
          headline: unwrittenPage(slug, settings).headline,
        }))}
        now={deskNow()}
        timeZone={settings.timeZone}
      />
      <DeletedPages
        pages={(await deletedPages(db)).map(({ slug, ...page }) => ({ ...page, path: standingPagePath(slug) }))}
        emptied={await emptiedPageBins(db, { now: deskNow() })}
        now={deskNow()}
        timeZone={settings.timeZone}
      />
    </DeskFrame>
  )
}
