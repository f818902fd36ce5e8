import { readdirSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
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

test('every endpoint describes its failures, and all refuse parameters that they do not know', () => {
  for (const { path } of ENDPOINTS) {
    expect(Object.keys(described.paths[path]?.get.responses ?? {}), path).toEqual(
      expect.arrayContaining(['200', '400']),
    )
    expect(parseApiRequest(path.replace('{id}', '1'), new URLSearchParams('x=1')), path).toHaveProperty('problem')
  }
})

test('every operation has a name of its own, and says that it needs no key', () => {
  const operations = Object.values(described.paths).map(({ get }) => get)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(ENDPOINTS.length)
  for (const { operationId, security } of operations) {
    expect(operationId).toMatch(/^[a-z][A-Za-z]+$/)
    expect(security).toEqual([])
  }
})

test('a linter of OpenAPI finds nothing by its strict rules', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] })
  const source = JSON.stringify(described)
  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' })
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([])
})
