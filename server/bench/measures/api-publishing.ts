import { setTimeout as pause } from 'node:timers/promises'
import { makeToken } from '@/db/accounts/api-tokens'
import { userByEmail } from '@/db/accounts/users'
import { closeStore, openStore, storeFile, type Writer } from '@/db/store/open'
import { SCOPES } from '@/lib/admin-api/scopes'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { sharedMs } from '@/server/bench/machine'
import { percentile } from '@/server/bench/percentile'
import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { firstShown } from '@/server/bench/site/first-shown'
import type { HttpClient } from '@/server/bench/site/http-client'
import { namingStories } from '@/server/bench/site/naming-stories'
import { RunningSite } from '@/server/bench/site/running-site'

const ROUNDS = 100
const SECTION = 'science'
const SETTLE_MS = 400

type Answer = Record<string, unknown>
type Api = (method: string, path: string, body?: object) => Promise<Answer>

/**
 * Times through the Admin API, on the demo edition: from the request that publishes a story until it answers 200 and is on
 * the front page, in its section and in every block that names it; and from the request that publishes an edition of the
 * front page until readers get it.
 */
export async function apiPublishingFigures(): Promise<Figure[]> {
  const { dataDir } = await prepareDemoEdition()
  const db = openStore(storeFile(dataDir))
  const site = await RunningSite.start(dataDir)
  try {
    const { email } = await DeskEditor.signIn(db, site.url)
    const user = await userByEmail(db, email)
    const scopes = [...SCOPES]
    const made = await makeToken(db, {
      name: 'bench',
      userId: user?.id ?? '',
      scopes,
      expiresAt: null,
      by: 'bench',
      now: new Date(),
    })
    if ('problems' in made) throw new Error('the bench was refused a token')
    const api = apiOf(site.url, made.token)
    const stories: number[] = []
    const editions: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const story = await publishedStory(db, site.client, api, round)
      const edition = await publishedEdition(site.client, api, round)
      // The first round is a warm-up: it also loads the code of the API.
      if (round === 0) continue
      stories.push(story)
      editions.push(edition)
    }
    return [
      ...figuresOf('a story published through the API is on its page, front page, section and both blocks', stories),
      ...figuresOf('an edition of the front page published through the API is what readers get', editions),
    ]
  } finally {
    await site.stop()
    await closeStore(db)
  }
}

async function publishedStory(db: Writer, client: HttpClient, api: Api, round: number): Promise<number> {
  const headline = `Wave heights of buoy ${round} are read every hour, as the API has it`
  const id = await draft(api, headline)
  const named = `Buoy ${round} was moored in spring`
  const hosts = await namingStories(db, { id, section: SECTION, headline: named, now: new Date() })
  const { url } = await api('GET', `/articles/${id}`)
  const pages = ['/', `/${SECTION}`, ...hosts]
  await pause(SETTLE_MS)
  for (const path of pages) await client.expect(200, path)
  const publish = () => api('POST', `/articles/${id}/publish`)
  return timed(publish, client, [new URL(String(url)).pathname, ...pages], headline)
}

async function publishedEdition(client: HttpClient, api: Api, round: number): Promise<number> {
  const headline = `The front page of round ${round} leads with this`
  const card = { articleId: 1, headline, pictureId: null, from: null, until: null, subLinks: [] }
  await api('POST', '/front/changes', { change: { kind: 'place', story: 1, zone: 'lead', before: null } })
  const { version } = await api('POST', '/front/changes', { change: { kind: 'edit', card } })
  await pause(SETTLE_MS)
  await client.expect(200, '/')
  return timed(() => api('POST', '/front/editions', { version }), client, ['/'], headline)
}

/** Milliseconds from the request until it is answered and every page has the headline. */
async function timed(act: () => Promise<Answer>, client: HttpClient, pages: string[], headline: string) {
  const begunAt = sharedMs()
  const answered = act().then(() => sharedMs())
  const shown = await Promise.all([answered, ...pages.map((path) => firstShown(client, path, headline))])
  return Math.max(...shown) - begunAt
}

async function draft(api: Api, headline: string): Promise<number> {
  const body = [{ type: 'paragraph', text: 'The buoy rode the swell all night.' }]
  const standfirst = 'A buoy tells what the sea does.'
  const { id } = await api('POST', '/articles', { headline, standfirst, section: SECTION, byline: 'Wire', body })
  return Number(id)
}

function apiOf(origin: string, token: string): Api {
  return async (method, path, body) => {
    const response = await fetch(`${origin}/api/admin/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return JSON.parse(text)
  }
}

function figuresOf(what: string, ms: number[]): Figure[] {
  const named = `${what} (${ms.length})`
  return [
    { part: 'api', what: `${named}: p50`, value: percentile(ms, 0.5), unit: 'ms' },
    { part: 'api', what: `${named}: p99`, value: percentile(ms, 0.99), unit: 'ms', bar: bars.deskPublishP99Ms },
  ]
}
