import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { addReceiver, switchOff, switchOn } from '@/db/deliveries/receivers'
import { closeStore, openStore, type Reader, storeFile } from '@/db/store/open'
import { authors, sections } from '@/db/store/schema'
import type { ReceiverTerms } from '@/lib/deliveries/receiver'
import { publishArticle } from '@/lib/desk/articles/action-endpoints'
import { createArticle, openArticle, saveManuscript } from '@/lib/desk/articles/endpoints'
import { percentile } from '@/server/bench/percentile'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { RunningSite } from '@/server/bench/site/running-site'
import { FakeReceiver, hangs } from '@/server/chaos/fake-receiver'

const BLOCKS = 12
const STORIES_EACH = 5
const APART_MS = 150
const SECTION = 'science'

export interface LatencyFigures {
  /** Milliseconds until the desk has answered a publish, without receivers. */
  publishAloneMs: number
  publishAloneP95Ms: number
  /** The same with five active receivers that never answer. */
  publishHungMs: number
  publishHungP95Ms: number
}

/** How long a publish takes at the desk, in turn without receivers and with receivers that hang. */
export async function latencyFigures({ dataDir }: { dataDir: string }): Promise<LatencyFigures> {
  const db = openStore(storeFile(dataDir))
  const receiver = await FakeReceiver.open(hangs)
  const site = await RunningSite.start(dataDir)
  try {
    const editor = await DeskEditor.signIn(db, site.url)
    const ids: number[] = []
    for (const terms of hungTerms(receiver.url)) {
      ids.push((await addReceiver(db, { name: 'A receiver that hangs', terms, now: new Date() })).id)
    }
    const took = { alone: [] as number[], hung: [] as number[] }
    for (let block = 0; block < BLOCKS; block++) {
      const isHung = block % 2 === 1
      for (const id of ids) await (isHung ? switchOn : switchOff)(db, { id, now: new Date() })
      for (let story = 0; story < STORIES_EACH; story++) {
        const ms = await publishMs(db, editor, block * STORIES_EACH + story)
        // The first block is a warm-up.
        if (block > 0) took[isHung ? 'hung' : 'alone'].push(ms)
      }
    }
    return {
      publishAloneMs: rounded(percentile(took.alone, 0.5)),
      publishAloneP95Ms: rounded(percentile(took.alone, 0.95)),
      publishHungMs: rounded(percentile(took.hung, 0.5)),
      publishHungP95Ms: rounded(percentile(took.hung, 0.95)),
    }
  } finally {
    await site.stop()
    await receiver.stop()
    await closeStore(db)
  }
}

function hungTerms(address: string): ReceiverTerms[] {
  return [
    { kind: 'indexnow', address, key: 'chaos-has-a-key' },
    { kind: 'websub', address },
    { kind: 'purge', style: 'varnish', address, place: '', token: '' },
    { kind: 'webhook', address, secret: 'whsec_Y2hhb3M=', events: ['published'] },
    { kind: 'webhook', address, secret: 'whsec_Y2hhb3M=', events: ['published'] },
  ]
}

async function publishMs(db: Reader, editor: DeskEditor, number: number): Promise<number> {
  const [section] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, SECTION))
  const [author] = await db.select({ id: authors.id }).from(authors).limit(1)
  if (!section || !author) throw new Error('the demo edition has no section or author to publish with')
  const { id } = await editor.request(createArticle)
  const { version, manuscript } = await editor.request(openArticle, { params: { id: id } })
  const written = {
    ...manuscript,
    headline: `Station ${number} reports`,
    sectionId: section.id,
    standfirst: 'A buoy tells what the sea does.',
    bylines: [{ authorId: author.id, name: null }],
    body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'It rode the swell all night.' }] }],
  }
  const save = { key: randomUUID(), basedOn: version, manuscript: written }
  const saved = await editor.request(saveManuscript, { params: { id }, input: save })
  await pause(APART_MS)
  const begun = performance.now()
  await editor.request(publishArticle, { params: { id }, input: { version: saved.version } })
  return performance.now() - begun
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
