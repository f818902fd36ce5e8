import type { Metadata } from 'next'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { threadedQuery } from '@/app/threaded-query'
import { DeskFrame } from '@/components/desk/frame'
import { Plans } from '@/components/desk/plans/plans'
import { openAccounts } from '@/db/accounts/users'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { parsePlansQuery, plansAddress } from '@/lib/desk/plans/plans-query'

export const metadata: Metadata = { title: 'Plans' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What is planned, due and late; contributors have their own. */
export default async function PlansPage({ searchParams }: Props) {
  const query = parsePlansQuery(await searchParams)
  const editor = await requireEditor(plansAddress(query))
  const db = await store()
  const { value: paper } = await siteSettings(db)
  const { value: sections } = await allSections(db)
  return (
    <DeskFrame editor={editor} current="plans">
      <Plans
        key={plansAddress(query)}
        initialView={await threadedQuery('plans', { query, editor, now: deskNow() })}
        query={query}
        sections={sections}
        people={can(editor, 'plan articles') ? await openAccounts(db) : []}
        timeZone={paper.timeZone}
      />
    </DeskFrame>
  )
}
