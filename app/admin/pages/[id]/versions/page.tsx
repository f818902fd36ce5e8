import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { RestorePageVersion } from '@/components/desk/pages/restore-page-version'
import { ComparedVersion } from '@/components/desk/revisions/compared-version'
import { Difference } from '@/components/desk/revisions/difference'
import { RevisionList } from '@/components/desk/revisions/revision-list'
import styles from '@/components/desk/revisions/revisions.module.css'
import { pageById, pageVersion, pageVersionsOf } from '@/db/paper/pages'
import { siteSettings } from '@/db/paper/site'
import { revisionNames } from '@/db/revisions/revision-names'
import { timedYield } from '@/db/store/long-work/yield-to-requests'
import { can } from '@/lib/accounts/permissions'
import { chosenVersions } from '@/lib/desk/revisions/chosen-versions'
import { pageManuscript } from '@/lib/paper/page-content'
import { revisionDifference } from '@/lib/revisions/revision-diff'

export const metadata: Metadata = { title: 'History of a page' }

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Every version of a standing page, and what lies between two of them. */
export default async function PageVersionsPage({ params, searchParams }: Props) {
  const { id: segment } = await params
  const editor = await requireEditor(`/admin/pages/${segment}/versions`)
  if (!can(editor, 'manage pages')) forbidden()
  const db = await store()
  const page = (/^[1-9]\d{0,14}$/.test(segment) ? await pageById(db, Number(segment)) : null) ?? notFound()
  const { language, timeZone } = (await siteSettings(db)).value
  const listed = (await pageVersionsOf(db, page.id)).map((row) => ({
    ...row,
    savedAt: row.savedAt.getTime(),
    aside: false,
  }))
  const chosen = chosenVersions(listed, await searchParams)
  const contentOf = async (version: number) =>
    pageManuscript((await pageVersion(db, { pageId: page.id, version })) ?? notFound(), language)
  const versions = { before: await contentOf(chosen.before), after: await contentOf(chosen.after) }
  const names = await revisionNames(db, [versions.before, versions.after])
  const difference = await revisionDifference(versions, { names, yieldToRequests: timedYield() })
  const clock = { now: deskNow(), timeZone }
  const side = (name: 'From' | 'To', version: number) => (
    <ComparedVersion side={name} revision={listed.find((one) => one.version === version) ?? notFound()} clock={clock}>
      {version === page.version ? null : (
        <RestorePageVersion pageId={page.id} version={version} current={page.version} />
      )}
    </ComparedVersion>
  )
  return (
    <DeskFrame editor={editor} current="paper">
      <div className={styles.page}>
        <header>
          <h1 className={styles.title} lang={language}>
            {page.content.headline || 'A page without a headline'}
          </h1>
          <p className={styles.back}>
            History of the page · <a href={`/admin/pages/${page.id}`}>Back to writing</a>
          </p>
        </header>
        <RevisionList revisions={listed} chosen={chosen} clock={clock} />
        <div>
          <div className={styles.sides}>
            {side('From', chosen.before)}
            {side('To', chosen.after)}
          </div>
          <Difference difference={difference} language={language} />
        </div>
      </div>
    </DeskFrame>
  )
}
