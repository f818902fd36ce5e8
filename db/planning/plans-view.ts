import { siteSettings } from '@/db/paper/site'
import { plannedBetween, plannedEditions, plansToDo } from '@/db/planning/planned-stories'
import type { Reader } from '@/db/store/open'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { PlansQuery } from '@/lib/desk/plans/plans-query'
import type { PlansView } from '@/lib/desk/plans/plans-view'
import { dayAfter, monthOf, startOfDay, weekOf } from '@/lib/planning/calendar'
import { wallTime } from '@/lib/time/wall-clock'

/** What the page of plans shows `editor` at `now`, by the clocks of the paper. */
export async function plansView(
  db: Reader,
  { query, editor, now }: { query: PlansQuery; editor: Editor; now: Date },
): Promise<PlansView> {
  const { value: paper } = await siteSettings(db)
  const today = wallTime(now, paper.timeZone).day
  const which = { editor, view: query.view, sectionId: query.section, now }
  const toDo = await plansToDo(db, which)
  const common = { today, now: now.getTime() }
  if (query.as === 'list') return { stories: toDo, undated: [], editions: [], from: '', until: '', ...common }
  const shown = query.day || today
  const days = query.as === 'week' ? weekOf(shown) : monthOf(shown).flat()
  const from = days[0] ?? shown
  const until = dayAfter(days.at(-1) ?? shown, 1)
  const span = { from: new Date(startOfDay(from, paper.timeZone)), until: new Date(startOfDay(until, paper.timeZone)) }
  const withEditions = query.view === 'all' && query.section === null && can(editor, 'arrange fronts')
  return {
    stories: await plannedBetween(db, { ...which, ...span }),
    undated: toDo.filter(({ deadline }) => deadline === null),
    editions: withEditions ? await plannedEditions(db, { ...span, now }) : [],
    from,
    until,
    ...common,
  }
}
