import { expect, test } from 'vitest'
import { archivePath, parseArchivePath } from '@/lib/addresses/archive-address'
import { parseArticlePath } from '@/lib/addresses/article-address'
import { sectionSlugProblem } from '@/lib/addresses/paths'

test.each([
  ['/archive', { span: null, page: 1 }],
  ['/archive/2026', { span: '2026', page: 1 }],
  ['/archive/2026/11', { span: '2026-11', page: 1 }],
  ['/archive/2026/11/26', { span: '2026-11-26', page: 1 }],
  ['/archive/2026/11/26/page/2', { span: '2026-11-26', page: 2 }],
])('%s is an address of the archive', (path, address) => {
  expect(parseArchivePath(path)).toEqual(address)
  expect(archivePath(address.span, address.page)).toBe(path)
})

test('a month and a day may be typed with one digit', () => {
  expect(parseArchivePath('/archive/2026/1/2')).toEqual({ span: '2026-01-02', page: 1 })
})

test.each([
  ...['/archive/26', '/archive/0999', '/archive/9998', '/archive/2026/0', '/archive/2026/13', '/archive/2026/02/29'],
  ...['/archive/page/2', '/archive/2026/11/page/2', '/archive/2026/11/26/page/1', '/archive/2026/11/26/page/02'],
  ...['/archive/2026/11/26/rss.xml', '/archives', '/archive/tide-table-12', '/city/archive/2026'],
])('%s is none', (path) => {
  expect(parseArchivePath(path)).toBeNull()
})

test('no section may be called archive, and stories of one that was have their addresses', () => {
  expect(sectionSlugProblem('archive')).toContain('archive')
  expect(parseArticlePath('/archive/tide-table-12')).toMatchObject({ section: 'archive', id: 12 })
})
