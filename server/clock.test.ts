import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clock } from '@/server/clock'

const NOW = new Date('2026-11-23T08:00:00Z')

let folder: string
beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  folder = mkdtempSync(join(tmpdir(), 'clock-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

test('a clock goes ahead or behind by what its file says at that moment', () => {
  const file = join(folder, 'clock')
  const now = clock(file)
  writeFileSync(file, '60000')
  expect(now()).toEqual(new Date('2026-11-23T08:01:00Z'))
  writeFileSync(file, '-60000')
  expect(now()).toEqual(new Date('2026-11-23T07:59:00Z'))
  expect(clock(null)()).toEqual(NOW)
})

test.each(['', '-', 'noon', '1e3', ' 5'])('a file that says “%s” is no clock', (text) => {
  const file = join(folder, 'clock')
  writeFileSync(file, text)
  expect(clock(file)).toThrow(/is no number of milliseconds/)
})
