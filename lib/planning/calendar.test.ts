import { describe, expect, it } from 'vitest'
import { parsePlansQuery, plansAddress } from '@/lib/desk/plans/plans-query'
import { dayAfter, endOfDay, monthAfter, monthOf, startOfDay, weekOf } from '@/lib/planning/calendar'
import { deadlineAt, deadlineFields } from '@/lib/planning/deadline'

describe('the days of the calendar', () => {
  it('are weeks from Monday to Sunday, also over the end of a year', () => {
    expect(weekOf('2027-01-01')).toEqual([
      ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      ...['2027-01-01', '2027-01-02', '2027-01-03'],
    ])
    expect(weekOf('2026-11-23')[0]).toBe('2026-11-23')
  })

  it('are the whole weeks that a month touches', () => {
    const november = monthOf('2026-11-23')
    expect([november[0]?.[0], november.at(-1)?.[6], november.length]).toEqual(['2026-10-26', '2026-12-06', 6])
    expect(monthOf('2027-02-10')).toHaveLength(4)
  })

  it('go on over months, years and changes of the clocks', () => {
    expect(dayAfter('2026-10-31', 1)).toBe('2026-11-01')
    expect(monthAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(monthAfter('2026-01-31', -1)).toBe('2025-12-01')
    const day = startOfDay('2026-10-26', 'Europe/Lisbon') - startOfDay('2026-10-25', 'Europe/Lisbon')
    expect(day / 3_600_000).toBe(25)
    expect(endOfDay(new Date('2026-11-23T20:00:00Z'), 'Asia/Kolkata')).toEqual(new Date('2026-11-24T18:30:00Z'))
  })
})

describe('a deadline', () => {
  it('is at the end of work when only a day is chosen, and none without a day', () => {
    expect(deadlineAt({ day: '2026-11-23', time: '' }, 'UTC')).toBe(Date.UTC(2026, 10, 23, 18))
    expect(deadlineAt({ day: '', time: '09:00' }, 'UTC')).toBeNull()
    expect(deadlineAt({ day: '2026-02-31', time: '09:00' }, 'UTC')).toBe('unreadable')
  })

  it('at a time that the clocks skip is when they jump, and at one that comes twice the first', () => {
    expect(deadlineAt({ day: '2026-03-29', time: '01:30' }, 'Europe/Lisbon')).toBe(Date.UTC(2026, 2, 29, 1))
    expect(deadlineAt({ day: '2026-10-25', time: '01:30' }, 'Europe/Lisbon')).toBe(Date.UTC(2026, 9, 25, 0, 30))
  })

  it('comes back into its fields as it was chosen', () => {
    const fields = { day: '2026-11-23', time: '09:30' }
    const at = deadlineAt(fields, 'Asia/Kolkata')
    expect(typeof at === 'number' && deadlineFields(at, 'Asia/Kolkata')).toEqual(fields)
    expect(deadlineFields(null, 'UTC')).toEqual({ day: '', time: '' })
  })
})

describe('the address of the plans', () => {
  it('leads back to the same page', () => {
    const query = { view: 'late', as: 'month', day: '2026-11-23', section: 3 } as const
    const address = new URL(plansAddress(query), 'http://desk.example')
    expect(parsePlansQuery(Object.fromEntries(address.searchParams))).toEqual(query)
    expect(plansAddress(parsePlansQuery({}))).toBe('/admin/plans')
  })

  it('with what has no meaning asks for this week', () => {
    const mangled = { view: 'theirs', as: 'year', day: '9999-12-31', section: 'city' }
    expect(parsePlansQuery(mangled)).toEqual(parsePlansQuery({}))
  })
})
