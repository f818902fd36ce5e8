import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { Nginx, PAGE, pairs, plainNginx, sameBytes } from '@/server/bench/measures/nginx'
import { warm } from '@/server/bench/measures/serving'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { RunningSite } from '@/server/bench/site/running-site'
import { scratchFolder } from '@/server/bench/site/scratch-folder'
import { nginxConfiguration } from '@/server/front-door/nginx'

/** Longer than a page is too young to be a file, and its smallest bodies take. */
const FILES_AFTER_MS = 5000

/**
 * The article through nginx as the front door of the site, with every header, and from nginx with the same bytes and
 * nothing else, turn by turn on the same core.
 */
export async function frontDoorFigures({ dataDir, article }: BenchEdition): Promise<Figure[]> {
  const folder = join(scratchFolder(), 'page-files')
  const site = await RunningSite.start(dataDir, { env: { PAGE_FILES: folder } })
  const running: Nginx[] = []
  try {
    await warm(site, article)
    await site.settled()
    await pause(FILES_AFTER_MS)
    const identity = await site.client.expect(200, article)
    const gzip = await site.client.expect(200, article, { 'accept-encoding': 'gzip' })
    const http = (port: number) => doorServer({ folder, port, sitePort: Number(new URL(site.url).port) })
    const door = await Nginx.start({ folder: join(scratchFolder(), 'front-door'), http, ready: article })
    running.push(door)
    const plain = await plainNginx({ identity: identity.body, gzip: gzip.body })
    running.push(plain)
    const figures: Figure[] = []
    for (const [name, headers] of [
      ['through the front door, identity', {}],
      ['through the front door, gzip', { 'accept-encoding': 'gzip' }],
    ] as const) {
      const answer = await door.client.expect(200, article, headers)
      // The site names the tags of each page; a file has none.
      if ('surrogate-key' in answer.headers) throw new Error('the article came from the site, not from its file')
      await sameBytes(name, answer, await plain.client.expect(200, PAGE, headers))
      const urls = { ours: door.client.url + article, theirs: plain.client.url + PAGE }
      figures.push(...(await pairs({ part: 'door', name, headers, ...urls, bar: bars.doorOfNginx })))
    }
    return figures
  } finally {
    for (const nginx of running) await nginx.stop()
    await site.stop()
  }
}

/** The configuration that the command prints, without TLS and for this port. */
function doorServer({ folder, port, sitePort }: { folder: string; port: number; sitePort: number }): string {
  const text = nginxConfiguration({ siteUrl: 'https://observer.example', folder, port: sitePort })
  const [first, last] = [text.indexOf('server {'), text.lastIndexOf('server {')]
  return (text.slice(0, first) + text.slice(last))
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ *(?:http2|ssl_).*$/gm, '')
}
