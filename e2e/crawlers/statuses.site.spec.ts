import { request } from 'node:http'
import { expect, test } from '@/e2e/testing/paper'
import { REQUIRED_PAGE_PATHS } from '@/lib/addresses/paths'

/** The status of a request exactly as written here: no library normalises the path or adds a User-Agent. */
async function statusOf(url: string, path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const clientRequest = request({ hostname, port, path, method }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    clientRequest.on('error', reject)
    clientRequest.end()
  })
}

for (const method of ['GET', 'HEAD']) {
  for (const [path, status] of [
    ['/', 200],
    ['/world', 200],
    ['/topics/trams', 200],
    ['/search?q=tram', 200],
    ['/nowhere', 404],
    ['/%E0%A4', 404],
    ['/../x', 404],
    [`/${'long-'.repeat(2000)}`, 404],
    ['/World/', 308],
    ['/unavailable', 404],
    ['/world/page/2', 404],
    ['/world/page/1', 308],
    ['/feed/', 308],
    ['/rss', 308],
    ['/atom', 308],
    ['/.well-known/security.txt', 200],
    ['/tag/covid-19', 404],
    ['/2024/11', 404],
  ] as const) {
    test(`${method} ${path.slice(0, 40)} answers ${status} to a client without a User-Agent [status-codes]`, async ({
      paper,
    }) => {
      expect(await statusOf(paper.url, path, method)).toBe(status)
    })
  }
}

test('About, contact, ethics and search have fixed addresses [trust-pages]', async ({ paper }) => {
  for (const path of [...REQUIRED_PAGE_PATHS, '/search?q=harbour']) {
    expect(await statusOf(paper.url, path), path).toBe(200)
  }
})
