import type { Request } from 'playwright/test'
import { PAGE_TYPES } from '@/e2e/testing/page-types'
import { expect, test } from '@/e2e/testing/paper'

/** The files of the framework that a reader's page may use: styles and fonts. */
const FRAMEWORK_FILES = /^\/_next\/static\/[\w./~-]+\.(css|woff2)$/

for (const { name, status, path } of PAGE_TYPES) {
  test(`the ${name} page runs only scripts of the site and sends no request to another host`, async ({
    page,
    paper,
  }) => {
    const requests: Request[] = []
    const complaints: string[] = []
    page.on('request', (request) => requests.push(request))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // The browser reports an error status of the page as a failed resource.
      if (status >= 400 && message.location().url === page.url()) return
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    const answer = await page.goto(paper.url + (await path(paper)), { waitUntil: 'networkidle' })
    expect(complaints).toEqual([])

    const requested = requests.map((request) => ({ url: new URL(request.url()), kind: request.resourceType() }))
    expect([...new Set(requested.map(({ url }) => url.origin))]).toEqual([paper.url])
    const scripts = requested.filter(({ kind }) => kind === 'script').map(({ url }) => url.pathname)
    expect(scripts).toHaveLength(2)
    for (const script of scripts) expect(script).toMatch(/^\/assets\/[\w-]+\.js$/)
    for (const { url } of requested.filter(({ url }) => url.pathname.startsWith('/_next/'))) {
      expect(url.pathname).toMatch(FRAMEWORK_FILES)
    }

    expect((await answer?.allHeaders())?.link ?? '').not.toMatch(/as="?script|modulepreload/)
    const named = await page
      .locator('script[src], link[href]')
      .evaluateAll((found) => found.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''))
    for (const address of named.filter((address) => new URL(address, paper.url).pathname.endsWith('.js'))) {
      expect(address).toMatch(/^\/assets\//)
    }
    const inline = await page
      .locator('script:not([src])')
      .evaluateAll((found) => found.map((script) => script.getAttribute('type')))
    for (const type of inline) expect(type).toBe('application/ld+json')
    expect(await page.context().cookies()).toEqual([])
    expect((await answer?.allHeaders())?.['set-cookie']).toBeUndefined()
  })
}
