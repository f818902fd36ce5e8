import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ENDPOINTS } from '@/lib/desk/endpoints'

const FOLDER = 'app/api/desk'
const ROUTE = /^export const (\w+) = \w+Route\(\s*endpoints\.(\w+),/gm

/** What the files below app/api/desk answer, each with the declaration from which its route is made. */
const routes = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .flatMap((file) => {
    const path = `/api/desk/${file.replace(/\/route\.ts$/, '')}`
    const source = readFileSync(`${FOLDER}/${file}`, 'utf8')
    const methods = [...source.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(
      ([, method = '']) => method,
    )
    const made = new Map([...source.matchAll(ROUTE)].map(([, method = '', name = '']) => [method, name]))
    return methods.map((method) => ({ address: `${method} ${path}`, name: made.get(method) ?? null }))
  })

const declared = Object.entries(ENDPOINTS).map(([name, { method, path }]) => ({ address: `${method} ${path}`, name }))

test('every route below /api/desk is made from the endpoint that declares its method and path', () => {
  expect(routes.length).toBeGreaterThan(60)
  const known = new Map(declared.map(({ address, name }) => [address, name]))
  expect(routes.filter(({ address, name }) => name === null || known.get(address) !== name)).toEqual([])
})

test('every endpoint has a route, and no two declare the same method and path', () => {
  const answered = new Set(routes.map(({ address }) => address))
  expect(declared.filter(({ address }) => !answered.has(address))).toEqual([])
  expect(new Set(declared.map(({ address }) => address)).size).toBe(declared.length)
})
