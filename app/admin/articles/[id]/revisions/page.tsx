import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { ComparedVersion } from '@/components/desk/revisions/compared-version'
import { Difference } from '@/components/desk/revisions/difference'
import { RestoreVersion } from '@/components/desk/revisions/restore-version'
import { RevisionList } from '@/components/desk/revisions/revision-list'
import styles from '@/components/desk/revisions/revisions.module.css'
import { verdictsOf } from '@/db/comments/version-reviews'
import { articleOwnership } from '@/db/editing/ownership'
import { storedArticle } from '@/db/editing/stored-article'
import { siteSettings } from '@/db/paper/site'
import { revisionNames } from '@/db/revisions/revision-names'
import { listedRevisions, revisionOf } from '@/db/revisions/revisions'
import { timedYield } from '@/db/store/long-work/yield-to-requests'
import { can } from '@/lib/accounts/permissions'
import { chosenVersions } from '@/lib/desk/revisions/chosen-versions'
import { revisionDifference } from '@/lib/revisions/revision-diff'

export const metadata: Metadata = { title: 'History' }

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Every version of a story, and what lies between two of them. */
export default async function RevisionsPage({ params, searchParams }: Props) {
  const { id: segment } = await params
  const editor = await requireEditor(`/admin/articles/${segment}/revisions`)
  const id = /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : notFound()
  const db = await store()
  const now = deskNow()
  const ownership = (await articleOwnership(db, id)) ?? notFound()
  if (!can(editor, 'read revisions', ownership)) forbidden()
  const revisions = await listedRevisions(db, id)
  const chosen = chosenVersions(revisions, await searchParams)
  const before = (await revisionOf(db, { articleId: id, version: chosen.before })) ?? notFound()
  const after = (await revisionOf(db, { articleId: id, version: chosen.after })) ?? notFound()
  const names = await revisionNames(db, [before.snapshot, after.snapshot])
  const versions = { before: before.snapshot, after: after.snapshot }
  const difference = await revisionDifference(versions, { names, yieldToRequests: timedYield() })
  const article = await storedArticle(db, id, now)
  const { manuscript } = article
  const { value: paper } = await siteSettings(db)
  const clock = { now, timeZone: paper.timeZone }
  const mayRestore = can(editor, 'restore revision', ownership)
  const waits = ['scheduled', 'published'].includes(article.snapshot.state)
  const side = (name: 'From' | 'To', version: number) => {
    const revision = revisions.find((listed) => listed.version === version) ?? notFound()
    const restores = mayRestore && version !== revisions[0]?.version
    return (
      <ComparedVersion side={name} revision={revision} clock={clock}>
        {restores ? <RestoreVersion articleId={id} version={version} current={article.version} waits={waits} /> : null}
      </ComparedVersion>
    )
  }
  return (
    <DeskFrame editor={editor} current="articles">
      <div className={styles.page}>
        <header>
          <h1 className={styles.title} lang={manuscript.language}>
            {manuscript.headline || 'Untitled'}
          </h1>
          <p className={styles.back}>
            History of the story · <a href={`/admin/articles/${id}`}>Back to writing</a>
          </p>
        </header>
        <RevisionList revisions={revisions} verdicts={await verdictsOf(db, id)} chosen={chosen} clock={clock} />
        <div>
          <div className={styles.sides}>
            {side('From', chosen.before)}
            {side('To', chosen.after)}
          </div>
          <Difference difference={difference} language={after.snapshot.language} />
        </div>
      </div>
    </DeskFrame>
  )
}
