import { describe, expect, test } from 'vitest'
import {
  DEFAULT_LIST_QUERY,
  isNarrowed,
  type ListQuery,
  listAddress,
  orderAfter,
  parseListQuery,
} from '@/lib/desk/list/list-query'
import { listSpan } from '@/lib/desk/list/list-span'

const read = (address: string) =>
  parseListQuery(Object.fromEntries(new URL(address, 'http://desk.example').searchParams))

const NARROW: ListQuery = {
  words: 'last ferry & more',
  state: 'changes',
  view: 'mine',
  sectionId: 3,
  authorId: 12,
  from: '2026-11-01',
  to: '2026-11-23',
  hour: '2026-11-23T09',
  order: { by: 'headline', direction: 'descending' },
  page: 4,
}

describe('the address of a list', () => {
  test('leads back to the same list', () => {
    expect(read(listAddress(NARROW))).toEqual(NARROW)
    expect(read(listAddress(DEFAULT_LIST_QUERY))).toEqual(DEFAULT_LIST_QUERY)
  })

  test('says nothing that goes without saying', () => {
    expect(listAddress(DEFAULT_LIST_QUERY)).toBe('/admin/articles')
    expect(listAddress({ ...DEFAULT_LIST_QUERY, state: 'draft' })).toBe('/admin/articles?state=draft')
  })

  test.each([
    ['an unknown state', 'state=burnt'],
    ['a section that is no number', 'section=city'],
    ['a page before the first', 'page=0'],
    ['an unknown view', 'view=everything'],
    ['an hour that is none', 'hour=2026-11-23T25'],
    ['a day that is none', 'from=yesterday&to=2026-13-01'],
    ['an unknown order', 'sort=length&direction=sideways'],
    ['blanks', 'q=%20%20'],
  ])('with %s asks for the whole list', (_name, parameters) => {
    expect(read(`/admin/articles?${parameters}`)).toEqual(DEFAULT_LIST_QUERY)
  })

  test('that names a parameter twice counts the first', () => {
    expect(parseListQuery({ q: ['ferry', 'tram'] }).words).toBe('ferry')
  })
})

test('a column is sorted its own way first, then the other way round', () => {
  const { order } = DEFAULT_LIST_QUERY
  expect(orderAfter(order, 'headline')).toEqual({ by: 'headline', direction: 'ascending' })
  expect(orderAfter({ by: 'headline', direction: 'ascending' }, 'headline').direction).toBe('descending')
  expect(orderAfter(order, 'published')).toEqual({ by: 'published', direction: 'descending' })
  expect(orderAfter(order, 'saved')).toEqual({ by: 'saved', direction: 'ascending' })
})

test('a list is narrowed by every filter, not by its order or page', () => {
  expect(isNarrowed({ ...DEFAULT_LIST_QUERY, order: NARROW.order, page: 3 })).toBe(false)
  for (const filter of ['words', 'state', 'view', 'sectionId', 'authorId', 'from', 'to', 'hour'] as const) {
    expect(isNarrowed({ ...DEFAULT_LIST_QUERY, [filter]: NARROW[filter] }), filter).toBe(true)
  }
})

describe('the days of a list', () => {
  test('are whole days by the clocks of the paper', () => {
    expect(listSpan({ from: '2026-11-23', to: '2026-11-23', hour: '' }, 'Asia/Kolkata')).toEqual({
      from: new Date('2026-11-22T18:30:00Z'),
      until: new Date('2026-11-23T18:30:00Z'),
    })
  })

  test('reach over the end of a month, and over a change of the clocks', () => {
    expect(listSpan({ from: '', to: '2026-10-31', hour: '' }, 'Europe/Lisbon').until).toEqual(
      new Date('2026-11-01T00:00:00Z'),
    )
    expect(listSpan({ from: '2026-03-29', to: '', hour: '' }, 'Europe/Lisbon').from).toEqual(
      new Date('2026-03-29T00:00:00Z'),
    )
    // Midnight does not exist on this day.
    expect(listSpan({ from: '2024-03-31', to: '', hour: '' }, 'Asia/Beirut').from).toEqual(
      new Date('2024-03-30T22:00:00Z'),
    )
  })

  test('without a day have no bound', () => {
    expect(listSpan({ from: '', to: '', hour: '' }, 'Europe/Lisbon')).toEqual({ from: null, until: null })
    expect(listSpan({ from: '2026-02-31', to: '', hour: '' }, 'Europe/Lisbon').from).toBeNull()
  })

  test('give way to an hour', () => {
    expect(listSpan({ from: '', to: '', hour: '2026-11-23T09' }, 'Asia/Kolkata')).toEqual({
      from: new Date('2026-11-23T03:30:00Z'),
      until: new Date('2026-11-23T04:30:00Z'),
    })
  })
})
