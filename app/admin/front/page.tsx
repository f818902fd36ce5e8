import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { FrontDesk } from '@/components/desk/front/front-desk'
import { frontView } from '@/db/desk/front-view'
import { storyTargets } from '@/db/desk/story-lookup'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { parseFrontQuery } from '@/lib/desk/front/front-query'

export const metadata: Metadata = { title: 'Front page' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Arranges the front page, or the front of a section. */
export default async function FrontPageDesk({ searchParams }: Props) {
  const { sectionId, breaking, address } = parseFrontQuery(await searchParams)
  const editor = await requireEditor(address)
  if (!can(editor, 'arrange fronts')) forbidden()
  const db = await store()
  const now = deskNow()
  const { value: sections } = await allSections(db)
  const { value: paper } = await siteSettings(db)
  const initialView = (await frontView(db, { sectionId, editor, now })) ?? notFound()
  const [story] = breaking === null ? [] : await storyTargets(db, { ids: [breaking], editor, now })
  return (
    <DeskFrame editor={editor} current="front">
      <FrontDesk
        key={sectionId}
        initialView={initialView}
        section={sections.find(({ id }) => id === sectionId) ?? null}
        sections={sections}
        startedAt={now.getTime()}
        timeZone={paper.timeZone}
        breaking={story ? { id: story.id, headline: story.headline } : null}
      />
    </DeskFrame>
  )
}
