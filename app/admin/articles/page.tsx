import type { Metadata } from 'next'
import { deskQuery } from '@/app/_desk/desk-query'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { Stories } from '@/components/desk/list/stories'
import { ScheduleWarning } from '@/components/desk/schedule-warning'
import { SiteFaultWarning } from '@/components/desk/site-fault-warning'
import { openAccounts } from '@/db/accounts/users'
import { STORIES_PER_PAGE } from '@/db/desk/article-list'
import { emptiedBins } from '@/db/editing/bin'
import { scheduleTrouble } from '@/db/editing/lateness'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { allTopics } from '@/db/paper/topics'
import { siteFaultCount } from '@/db/publishing/site-faults'
import { can } from '@/lib/accounts/permissions'
import { listAddress, parseListQuery } from '@/lib/desk/list/list-query'
import { listSpan } from '@/lib/desk/list/list-span'
import { endOfDay } from '@/lib/planning/calendar'

export const metadata: Metadata = { title: 'Stories' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The stories of the paper; contributors have their own. */
export default async function StoriesPage({ searchParams }: Props) {
  const query = parseListQuery(await searchParams)
  const editor = await requireEditor(listAddress(query))
  const db = await store()
  const now = deskNow()
  const { value: settings } = await siteSettings(db)
  const found = await deskQuery('deskList', {
    editor,
    filters: { ...query, ...listSpan(query, settings.timeZone), dayEnds: endOfDay(now, settings.timeZone) },
    order: query.order,
    page: query.page,
    now,
  })
  const { value: sections } = await allSections(db)
  const { value: authors } = await allAuthors(db)
  const { value: topics } = await allTopics(db)
  const people = can(editor, 'plan articles') ? await openAccounts(db) : []
  const trouble = await scheduleTrouble(db, { now })
  const faultCount = can(editor, 'change settings') ? await siteFaultCount(db) : 0
  const banner =
    trouble || faultCount ? (
      <>
        {trouble ? <ScheduleWarning trouble={trouble} /> : null}
        {faultCount ? <SiteFaultWarning count={faultCount} /> : null}
      </>
    ) : null
  return (
    <DeskFrame editor={editor} current="articles" banner={banner}>
      <Stories
        editor={editor}
        query={query}
        found={found}
        sections={sections}
        authors={authors}
        people={people}
        now={now}
        topics={topics.map(({ id, name }) => ({ id, name }))}
        emptied={query.state === 'deleted' ? await emptiedBins(db, { editor, now }) : []}
        perPage={STORIES_PER_PAGE}
        timeZone={settings.timeZone}
      />
    </DeskFrame>
  )
}
