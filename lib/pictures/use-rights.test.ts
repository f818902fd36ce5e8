import { expect, it, test } from 'vitest'
import { daysAfter, type Lease, leaseProblem, type UseRights, verdictOn } from '@/lib/pictures/use-rights'

const TODAY = '2026-11-24'

function lease(kind: Lease['kind'], fromDay: string | null, untilDay: string | null, note = ''): Lease {
  return { kind, fromDay, untilDay, note }
}

function on(day: string, rights: Partial<UseRights>) {
  return verdictOn({ category: null, restrictions: '', leases: [], ...rights }, day)
}

it('our own, agency and free pictures may be used, and so may those of which nobody said anything', () => {
  for (const category of ['own', 'agency', 'free', null] as const)
    expect(on(TODAY, { category })).toEqual({ kind: 'free' })
})

it('what is paid by use warns, what is not to be used is blocked with its restrictions', () => {
  expect(on(TODAY, { category: 'paid' })).toEqual({ kind: 'warned', why: 'Each use of it is paid for.' })
  expect(on(TODAY, { category: 'forbidden', restrictions: 'The family asked us.' })).toEqual({
    kind: 'blocked',
    why: 'It is not to be used. The family asked us.',
  })
  expect(on(TODAY, { category: 'own', restrictions: 'Not in print.' })).toEqual({
    kind: 'warned',
    why: 'Heed: Not in print.',
  })
})

it('a permission frees what is not to be used, warns fourteen days before its end, and blocks after it', () => {
  const rights = { category: 'forbidden', leases: [lease('allow', '2026-11-01', '2026-12-31')] } as const
  expect(on(TODAY, rights)).toEqual({ kind: 'free' })
  expect(on('2026-12-16', rights)).toEqual({ kind: 'free' })
  expect(on('2026-12-17', rights)).toEqual({ kind: 'warned', why: 'It may be used only until 31 December 2026.' })
  expect(on('2026-12-31', rights).kind).toBe('warned')
  expect(on('2027-01-01', rights)).toEqual({
    kind: 'blocked',
    why: 'The permission to use it ended on 31 December 2026.',
  })
  expect(on('2026-10-31', rights)).toEqual({
    kind: 'blocked',
    why: 'It may be used from 1 November 2026 on, not before.',
  })
})

it('a permission that ended blocks whatever the category, until another one begins', () => {
  const ended = lease('allow', null, '2026-11-23')
  expect(on(TODAY, { category: 'own', leases: [ended] }).kind).toBe('blocked')
  expect(on(TODAY, { category: 'own', leases: [ended, lease('allow', TODAY, null)] })).toEqual({ kind: 'free' })
})

it('a denial is above a permission, and warns before it begins', () => {
  const denied = lease('deny', '2026-11-30', '2026-12-02', 'Embargo of the museum.')
  expect(on('2026-12-01', { leases: [lease('allow', null, '2027-11-24'), denied] })).toEqual({
    kind: 'blocked',
    why: 'It may not be used until 2 December 2026. Embargo of the museum.',
  })
  expect(on(TODAY, { leases: [denied] })).toEqual({
    kind: 'warned',
    why: 'From 30 November 2026 on it may not be used. Embargo of the museum.',
  })
  expect(on('2026-11-10', { leases: [denied] })).toEqual({ kind: 'free' })
  expect(on('2026-12-03', { leases: [denied] })).toEqual({ kind: 'free' })
})

test('a span needs its days in order, and a permission needs one of them', () => {
  expect(leaseProblem(lease('allow', '2026-11-24', '2026-11-23'))).toMatch(/last day is before/)
  expect(leaseProblem(lease('allow', null, null))).toMatch(/Say from when/)
  expect(leaseProblem(lease('deny', null, null))).toBeNull()
  expect(leaseProblem(lease('allow', TODAY, TODAY))).toBeNull()
})

it('days pass over months and years', () => {
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
})
