import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { Timeline } from '@/components/desk/timelines/timeline'
import { siteSettings } from '@/db/paper/site'
import { openedTimeline } from '@/db/timelines/desk-views'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'A timeline' }

interface Props {
  params: Promise<{ id: string }>
}

/** A timeline: its name, its stories, and those that may belong to it. */
export default async function TimelinePage({ params }: Props) {
  const { id } = await params
  const editor = await requireEditor(`/admin/timelines/${id}`)
  if (!can(editor, 'arrange timelines')) forbidden()
  if (!/^[1-9]\d{0,14}$/.test(id)) notFound()
  const db = await store()
  const now = deskNow()
  const { timeZone } = (await siteSettings(db)).value
  const timeline = (await openedTimeline(db, { id: Number(id), now })) ?? notFound()
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="timelines" />
      <Timeline initial={timeline} clock={{ now: now.getTime(), timeZone }} />
    </DeskFrame>
  )
}
