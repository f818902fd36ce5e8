import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from '@/e2e/testing/desk'
import { can, type DeskAction, PERMISSIONS, ROLES } from '@/lib/accounts/permissions'

/** One method of an address of the desk, as its route file declares it. */
interface Asked {
  method: string
  path: string
  action: DeskAction
}

const FOLDER = 'app/api/desk'
/** An article of the demo edition: it is published and has no owner. */
const ARTICLE = 1

/** Every endpoint below /api/desk that needs a signed-in user, read from the route files. */
function allEndpoints(): Asked[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  return files
    .filter((file) => !file.startsWith('entrance/'))
    .flatMap((file) => {
      const path = `/api/desk/${file
        .replace('/route.ts', '')
        .replace('[id]', String(ARTICLE))
        .replace(/\[\w+\]/g, '0')}`
      const routes = [
        ...readFileSync(join(FOLDER, file), 'utf8').matchAll(
          /export const (GET|POST|PUT|DELETE) = \w+\(\s*endpoints\.\w+,\s*'(.*?)'/g,
        ),
      ]
      if (!routes.length) throw new Error(`${file} does not say what it asks for`)
      return routes.map(([, method = '', action = '']) => ({ method, path, action: action as DeskAction }))
    })
}

async function statusOf(page: Page, { method, path }: Asked, origin: string): Promise<number> {
  const isRead = method === 'GET'
  const answer = await page.request.fetch(path, { method, headers: { origin }, ...(!isRead && { data: {} }) })
  return answer.status()
}

test('every endpoint of the desk declares its permission, and one without a row is refused', () => {
  const unknown = allEndpoints().filter(({ action }) => !(action in PERMISSIONS))
  expect(unknown).toEqual([])
})

test('a signed-out user is refused everywhere', async ({ desk }) => {
  const page = await desk.pageFor(null)
  for (const endpoint of allEndpoints()) {
    expect([endpoint, await statusOf(page, endpoint, desk.paper.url)]).toEqual([endpoint, 401])
  }
})

for (const role of ROLES) {
  test(`${role === 'contributor' ? 'a' : 'an'} ${role} is refused what the role does not allow, and nothing else`, async ({
    desk,
  }) => {
    const editor = await desk.addAccount('Ada Berg', role)
    const page = await desk.pageFor(editor)
    for (const endpoint of allEndpoints()) {
      const isAllowed = can(editor, endpoint.action, { ownerId: null, isDraft: false })
      const status = await statusOf(page, endpoint, desk.paper.url)
      expect([endpoint, status === 403 ? 'refused' : 'heard']).toEqual([endpoint, isAllowed ? 'heard' : 'refused'])
      expect([endpoint, status]).not.toEqual([endpoint, 401])
    }
  })
}

test('a request from another site is refused for every signed-in user', async ({ desk }) => {
  const page = await desk.signedIn('Ines Dahl', 'admin')
  for (const endpoint of allEndpoints().filter(({ method }) => method !== 'GET')) {
    expect([endpoint, await statusOf(page, endpoint, 'https://elsewhere.example')]).toEqual([endpoint, 403])
  }
})

test('pages of the desk also need a role [desk-address]', async ({ desk }) => {
  const expected = { contributor: 403, editor: 403, admin: 200 }
  const ofEditors = { contributor: 403, editor: 200, admin: 200 }
  for (const role of ROLES) {
    const page = await desk.signedIn(`${role} here`, role)
    for (const path of ['/admin/people', '/admin/log', '/admin/tokens']) {
      expect([path, (await page.request.get(path)).status()]).toEqual([path, expected[role]])
    }
    const maySee = { contributor: 403, editor: 200, admin: 200 }[role]
    expect((await page.request.get('/admin/deliveries')).status()).toBe(maySee)
    for (const path of ['/admin/addresses', '/admin/timelines', '/admin/timelines/1']) {
      expect([path, (await page.request.get(path)).status()]).toEqual([path, ofEditors[role]])
    }
    expect((await page.request.get('/admin/account')).status()).toBe(200)
  }
})
