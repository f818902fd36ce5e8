import { describe, expect, test } from 'vitest'
import {
  DEFAULT_LIST_QUERY,
  isNarrowed,
  type ListQuery,
  listAddress,
  orderAfter,
  parseListQuery,
} from '@/lib/desk/list/list-query'

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
