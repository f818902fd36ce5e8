'use client'

import { Button } from '@/components/desk/button'
import type { Section } from '@/lib/article/article'
import { type PlanLayout, type PlansQuery, type PlanView, plansAddress } from '@/lib/desk/plans/plans-query'
import { sectionDepth } from '@/lib/paper/section-line'
import { dayAfter, monthAfter } from '@/lib/planning/calendar'
import styles from './plans-head.module.css'

const VIEW_NAMES: Record<PlanView, string> = { all: 'Everything', mine: 'Mine', unassigned: 'Unassigned', late: 'Late' }
const LAYOUT_NAMES: Record<PlanLayout, string> = { week: 'Week', month: 'Month', list: 'List' }

interface Props {
  query: PlansQuery
  /** A day of what is shown. */
  day: string
  /** The week or month in words; empty in a list. */
  title: string
  sections: Section[]
}

/** The choices of the page of plans: links, so that each can be saved and shared. */
export function PlansHead({ query, day, title, sections }: Props) {
  const { as } = query
  const away = (steps: number) => (as === 'week' ? dayAfter(day, 7 * steps) : monthAfter(day, steps))
  return (
    <div className={styles.head}>
      <Choice
        name="Whose plans"
        names={VIEW_NAMES}
        present={query.view}
        address={(view) => plansAddress({ ...query, view })}
      />
      <Choice
        name="Shown as"
        names={LAYOUT_NAMES}
        present={as}
        address={(layout) => plansAddress({ ...query, as: layout })}
      />
      <form className={styles.section} action="/admin/plans">
        {query.view === 'all' ? null : <input type="hidden" name="view" value={query.view} />}
        {as === 'week' ? null : <input type="hidden" name="as" value={as} />}
        {query.day === '' ? null : <input type="hidden" name="day" value={query.day} />}
        <select name="section" defaultValue={query.section ?? ''} aria-label="Section">
          <option value="">All sections</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {'\u2003'.repeat(sectionDepth(sections, id))}
              {name}
            </option>
          ))}
        </select>
        <Button type="submit">Show</Button>
      </form>
      {as === 'list' ? null : (
        <nav className={styles.days} aria-label="Days">
          <a href={plansAddress({ ...query, day: away(-1) })}>← Earlier</a>
          <strong>{title}</strong>
          <a href={plansAddress({ ...query, day: away(1) })}>Later →</a>
          <a href={plansAddress({ ...query, day: '' })}>Today</a>
        </nav>
      )}
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  name: string
  names: Record<Value, string>
  present: Value
  address: (value: Value) => string
}

function Choice<Value extends string>({ name, names, present, address }: ChoiceProps<Value>) {
  const values = Object.keys(names) as Value[]
  return (
    <nav aria-label={name}>
      <ul className={styles.choice}>
        {values.map((value) => (
          <li key={value}>
            <a className={styles.option} href={address(value)} aria-current={value === present ? 'page' : undefined}>
              {names[value]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
