import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { siteSecret } from '@/server/site-secret'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-secret-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the first start creates a secret that only the owner of the file can read, and later starts use it', () => {
  const dataDir = join(folder, 'data')
  const made = siteSecret({ dataDir, configured: null })
  expect(made).toMatch(/^[\w-]{43}$/)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(siteSecret({ dataDir, configured: null })).toBe(made)
})

test('two sites have different secrets', () => {
  const [one, other] = ['one', 'other'].map((name) => siteSecret({ dataDir: join(folder, name), configured: null }))
  expect(one).not.toBe(other)
})

test('a secret in the settings takes precedence, and no file is written', () => {
  const configured = 'thirty-two random characters or more'
  expect(siteSecret({ dataDir: join(folder, 'data'), configured })).toBe(configured)
  expect(() => statSync(join(folder, 'data'))).toThrow('ENOENT')
})
