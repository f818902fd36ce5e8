import type { Metadata } from 'next'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { periodTitle } from '@/components/desk/plans/period-title'
import { Plans } from '@/components/desk/plans/plans'
import { PlansHead } from '@/components/desk/plans/plans-head'
import { openAccounts } from '@/db/accounts/users'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { parsePlansQuery, plansAddress } from '@/lib/desk/plans/plans-query'
import { dayAfter, monthOf, weekOf } from '@/lib/planning/calendar'
import { wallTime } from '@/lib/time/wall-clock'

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
  const now = deskNow()
  const day = query.day || wallTime(now, paper.timeZone).day
  const found = await deskQuery('plans', { query, editor, now })
  if ('refused' in found) {
    const days = query.as === 'week' ? weekOf(day) : monthOf(day).flat()
    return (
      <DeskFrame editor={editor} current="plans">
        <h1>Plans</h1>
        <PlansHead
          query={query}
          day={day}
          title={periodTitle(query.as, { from: days[0] ?? day, until: dayAfter(days.at(-1) ?? day, 1) })}
          sections={sections}
        />
        <ListRefusal
          reason={found.refused}
          again={plansAddress(query)}
          whole={{ words: 'Show this week', href: '/admin/plans' }}
        />
      </DeskFrame>
    )
  }
  return (
    <DeskFrame editor={editor} current="plans">
      <Plans
        key={plansAddress(query)}
        initialView={found}
        query={query}
        sections={sections}
        people={can(editor, 'plan articles') ? await openAccounts(db) : []}
        timeZone={paper.timeZone}
      />
    </DeskFrame>
  )
}
