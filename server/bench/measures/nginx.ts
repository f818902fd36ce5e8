import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bars } from '@/server/bench/bars'
import type { Bar, Figure, Part } from '@/server/bench/figure'
import { warm, withoutFailures } from '@/server/bench/measures/serving'
import { median } from '@/server/bench/percentile'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { endChild, startChild } from '@/server/bench/site/child-process'
import { HttpClient, type TimedResponse } from '@/server/bench/site/http-client'
import { type Load, load } from '@/server/bench/site/load'
import { freePort, type RunningSite } from '@/server/bench/site/running-site'
import { scratchFolder } from '@/server/bench/site/scratch-folder'

const SECONDS = 4
const WARM_UP_SECONDS = 1
const PAIRS = 3
const READY_WITHIN_MS = 5000

/** The article from memory and from nginx, turn by turn on the same core: the same bytes, compressed or not. */
export async function nginxFigures(site: RunningSite, { article }: BenchEdition): Promise<Figure[]> {
  await warm(site, article)
  const identity = await site.client.expect(200, article)
  const gzip = await site.client.expect(200, article, { 'accept-encoding': 'gzip' })
  const nginx = await plainNginx({ identity: identity.body, gzip: gzip.body })
  try {
    const figures: Figure[] = []
    for (const [name, headers, ours, bar] of [
      ['identity', {}, identity, bars.ofNginxIdentity],
      ['gzip', { 'accept-encoding': 'gzip' }, gzip, bars.ofNginxGzip],
    ] as const) {
      await sameBytes(name, ours, await nginx.client.expect(200, PAGE, headers))
      const urls = { ours: site.url + article, theirs: nginx.client.url + PAGE }
      figures.push(...(await pairs({ part: 'nginx', name, headers, ...urls, bar })))
    }
    const br = await load(site.url + article, { seconds: SECONDS, headers: { 'accept-encoding': 'br' } })
    const brotli = withoutFailures('brotli', br).requestsPerSecond
    figures.push({ part: 'nginx', what: 'brotli, ours in the same run', value: brotli, unit: 'req/s' })
    return figures
  } finally {
    await nginx.stop()
  }
}

interface Pairs {
  part: Part
  name: string
  headers: Record<string, string>
  ours: string
  theirs: string
  bar: Bar
}

/** The requests per second of `ours` and of `theirs`, turn by turn, and their ratio. */
export async function pairs({ part, name, headers, ours, theirs, bar }: Pairs): Promise<Figure[]> {
  const run = async (url: string, seconds = SECONDS): Promise<Load> =>
    withoutFailures(`${name} from ${url}`, await load(url, { seconds, headers }))
  await run(theirs, WARM_UP_SECONDS)
  await run(ours, WARM_UP_SECONDS)
  const all: { ours: Load; theirs: Load }[] = []
  for (let pair = 0; pair < PAIRS; pair++) all.push({ ours: await run(ours), theirs: await run(theirs) })
  const medianOf = (pick: (pair: { ours: Load; theirs: Load }) => number) => median(all.map(pick))
  return [
    { part, what: `${name}, ours`, value: medianOf((pair) => pair.ours.requestsPerSecond), unit: 'req/s' },
    { part, what: `${name}, nginx`, value: medianOf((pair) => pair.theirs.requestsPerSecond), unit: 'req/s' },
    { part, what: `${name}, ours: p99`, value: medianOf((pair) => pair.ours.p99Ms), unit: 'ms' },
    { part, what: `${name}, nginx: p99`, value: medianOf((pair) => pair.theirs.p99Ms), unit: 'ms' },
    {
      part,
      what: `${name}, share of nginx`,
      value: medianOf((pair) => pair.ours.requestsPerSecond / pair.theirs.requestsPerSecond),
      unit: 'ratio',
      bar,
    },
  ]
}

export async function sameBytes(name: string, ours: TimedResponse, theirs: TimedResponse): Promise<void> {
  const same = ours.body.equals(theirs.body) && ours.headers['content-encoding'] === theirs.headers['content-encoding']
  if (!same) throw new Error(`nginx does not serve the same ${name} bytes`)
}

export const PAGE = '/article.html'

/** nginx with one worker on the core of the server, tuned to serve one file from disk over kept connections. */
export async function plainNginx(bodies: { identity: Buffer; gzip: Buffer }): Promise<Nginx> {
  const folder = join(scratchFolder(), 'nginx')
  mkdirSync(join(folder, 'pages'), { recursive: true })
  writeFileSync(join(folder, 'pages', PAGE), bodies.identity)
  writeFileSync(join(folder, 'pages', `${PAGE}.gz`), bodies.gzip)
  return Nginx.start({ folder, http: (port) => plainServer(folder, port), ready: PAGE })
}

interface NginxOptions {
  folder: string
  /** What stands in the http block, for a server on this port. */
  http: (port: number) => string
  /** An address that is answered when it runs. */
  ready: string
}

/** nginx with one worker on the core of the server. */
export class Nginx {
  private constructor(
    readonly client: HttpClient,
    readonly child: ChildProcess,
  ) {}

  static async start({ folder, http, ready }: NginxOptions): Promise<Nginx> {
    const port = await freePort()
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, http(port)))
    const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr']
    const child = startChild('server', 'nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] })
    const nginx = new Nginx(new HttpClient(`http://127.0.0.1:${port}`), child)
    for (let waited = 0; waited < READY_WITHIN_MS; waited += 50) {
      const answer = await nginx.client.get(ready).catch(() => null)
      if (answer?.status === 200) return nginx
      await pause(50)
    }
    await nginx.stop()
    throw new Error(`nginx did not serve the article within ${READY_WITHIN_MS} ms`)
  }

  async stop(): Promise<void> {
    this.client.close()
    await endChild(this.child)
  }
}

function configuration(folder: string, http: string): string {
  // The folder is readable by its owner alone; without this line, root's worker would run as another user.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const spools = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `${user}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  ${spools.map((spool) => `${spool}_temp_path ${folder}/${spool};`).join(' ')}
  access_log off;
  tcp_nodelay on;
  keepalive_timeout 65;
  keepalive_requests 1000000000;
  ${http}
}
`
}

function plainServer(folder: string, port: number): string {
  return `sendfile on;
  tcp_nopush on;
  open_file_cache max=100 inactive=300s;
  open_file_cache_valid 300s;
  gzip off;
  gzip_static on;
  gzip_vary on;
  types { text/html html; }
  charset utf-8;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/pages;
  }`
}
