import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { Sections } from '@/components/desk/paper/sections'
import { allSections } from '@/db/paper/sections'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Sections' }

/** The sections of the paper, in their order. */
export default async function SectionsPage() {
  const editor = await requireEditor('/admin/sections')
  if (!can(editor, 'manage sections')) forbidden()
  const db = await store()
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="sections" />
      <Sections initial={(await allSections(db)).value} />
    </DeskFrame>
  )
}
