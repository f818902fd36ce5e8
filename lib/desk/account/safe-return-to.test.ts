import { expect, test } from 'vitest'
import { safeReturnTo } from '@/lib/desk/account/safe-return-to'

test.each(['/admin', '/admin/articles?state=draft', '/admin/articles/42#notes', '/preview/article/42'])(
  '%s is a way back into the desk',
  (to) => expect(safeReturnTo(to)).toBe(to),
)

test.each([
  'https://elsewhere.example/admin',
  '//elsewhere.example/admin',
  '/\\elsewhere.example/admin',
  '/admin/../..//elsewhere.example',
  'javascript:alert(1)',
  'admin',
  '/administration',
  '/city',
  '/admin/sign-in?to=/admin/sign-in',
  '',
  null,
  undefined,
])('%s leads to the front door instead', (to) => expect(safeReturnTo(to)).toBe('/admin'))
