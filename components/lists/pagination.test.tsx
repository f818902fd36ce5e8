import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Pagination } from '@/components/lists/pagination'
import { sectionPath } from '@/lib/addresses/paths'

const pagination = (page: number, pages: number) =>
  renderToStaticMarkup(<Pagination page={page} pages={pages} hrefOf={(number) => sectionPath('city', number)} />)

it('a list of one page has no pagination', () => {
  expect(pagination(1, 1)).toBe('')
})

it('the page being read is marked as the current one', () => {
  expect(pagination(3, 9)).toMatch(/href="\/city\/page\/3"[^>]*aria-current="page"/)
})

it('the first page keeps the plain address of the section [list-addresses]', () => {
  expect(pagination(2, 9)).toContain('href="/city"')
})

it('the first page has nothing newer and the last nothing older', () => {
  expect(pagination(1, 9)).not.toContain('rel="prev"')
  expect(pagination(9, 9)).not.toContain('rel="next"')
})
