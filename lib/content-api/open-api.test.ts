import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openApi } from '@/lib/content-api/open-api'
import { ENDPOINTS, parseApiRequest } from '@/lib/content-api/request'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

const described = openApi(PUBLICATION)

test('every address is described, and no other', () => {
  const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:v1|oembed)\/(?:.+\/)?route\.ts$/.test(file))
    .map((file) => `/api/${file.replace('/route.ts', '').replace('[id]', '{id}')}`)
    .sort()
  expect(Object.keys(described.paths).sort()).toEqual(routes)
})

test('every parameter is described, and every described parameter is accepted', () => {
  for (const { path, parameters } of ENDPOINTS) {
    const query = described.paths[path]?.get.parameters.filter((parameter) => parameter.in === 'query')
    expect(query?.map(({ name }) => name)).toEqual([...parameters])
    const required = query?.filter((parameter) => 'required' in parameter).map(({ name }) => name)
    const search = new URLSearchParams(
      (required ?? []).map((name) => [name, name === 'url' ? 'https://a.example/b-1' : 'x']),
    )
    expect(parseApiRequest(path.replace('{id}', '1'), search), path).not.toHaveProperty('problem')
  }
})

test('every reference leads to a schema, and every schema has a reference', () => {
  const text = JSON.stringify(described)
  const named = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name))
  expect([...named].sort()).toEqual(Object.keys(described.components.schemas).sort())
})

test('every endpoint that can fail describes its failures', () => {
  for (const { path, parameters } of ENDPOINTS) {
    const statuses = Object.keys(described.paths[path]?.get.responses ?? {})
    expect(statuses).toContain('200')
    expect(statuses.includes('400'), path).toBe(parameters.length > 0)
  }
})
