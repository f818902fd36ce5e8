import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { readdress, rename, reviseArticle, writeArticle } from '@/db/editing/writing'
import { changeFront, frontDraft } from '@/db/front/drafts'
import { publishFront } from '@/db/front/editions'
import { raiseStrip, takeDownStrip } from '@/db/front/strips'
import { renameSection } from '@/db/paper/sections'
import { correct, update } from '@/db/publishing/changes'
import { publish, republish, schedule, withdraw, withdrawAt } from '@/db/publishing/publishing'
import type { Writer } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { crawl, fetchFrom, type SiteResponse, storedPageCount } from '@/e2e/testing/site-response'
import { newCard } from '@/lib/front/arrangement'
import { withoutAccount } from '@/lib/revisions/saver'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/durations'

const ACTS = 60
const SEED = 20261123
const BY = withoutAccount('The desk')

/** A change at the desk; each number selects its object, modulo the number of objects. */
interface Act {
  verb: (typeof VERBS)[number]
  story: number
  other: number
  section: number
  hours: number
}

const VERBS = [
  'publish',
  'rename',
  'readdress',
  'move',
  'withdraw',
  'republish',
  'correct',
  'update',
  'retopic',
  'link',
  'place',
  'raise',
  'take down',
  'schedule',
  'end',
  'rename section',
] as const

const act: fc.Arbitrary<Act> = fc.record({
  verb: fc.constantFrom(...VERBS),
  story: fc.nat(9999),
  other: fc.nat(9999),
  section: fc.nat(9999),
  hours: fc.integer({ min: 1, max: 5 }),
})

test('after random changes at the desk every stored page equals a fresh render, byte for byte', async () => {
  test.setTimeout(600_000)
  const paper = await Paper.start()
  try {
    let now = PRINTED_AT
    const addresses = new Set((await crawl(paper)).keys())
    const acts = fc.sample(act, { seed: SEED, numRuns: ACTS })
    const history: string[] = []
    // Readers request pages while the desk writes: they may get an old page, but it must not be stored.
    let isWriting = true
    const reading = (async () => {
      while (isWriting) {
        for (const path of addresses) {
          if (!isWriting) break
          await fetchFrom(paper, path)
        }
      }
    })()
    for (const [number, one] of acts.entries()) {
      now = new Date(now.getTime() + 1000)
      history.push(`${JSON.stringify(one)}: ${await perform(paper.db, one, now)}`)
      if (number === ACTS / 2) {
        now = new Date(now.getTime() + 3 * HOUR_MS)
        paper.moveClockTo(now)
      }
    }
    isWriting = false
    await reading
    now = new Date(now.getTime() + HOUR_MS / 2)
    paper.moveClockTo(now)
    await paper.catchUp()

    const stored = await crawl(paper, ['/', ...addresses])
    const count = await storedPageCount(paper)
    for (const path of stored.keys()) addresses.add(path)
    expect(count).toBeGreaterThanOrEqual([...stored.values()].filter(({ status }) => status === 200).length)
    expect(await paper.stop()).toBe(0)
    await paper.run()
    const fresh = await crawl(paper, ['/', ...addresses])
    expect(differences(stored, fresh), history.join('\n')).toEqual([])
  } finally {
    await paper.close()
  }
})

/*
 * Last-Modified shows which pages were rendered again: none is older than what made its page stale (RFC 9110, section
 * 8.8.2), and the others keep theirs.
 */
for (const [what, change, named] of [
  [
    'a new text of one story drops only the page of that story',
    (db: Writer, id: number, now: Date) =>
      update(db, { id, change: { body: [paragraph('Nothing is as it was.')] }, by: BY, now }),
    () => false,
  ],
  [
    'a new headline drops the pages that name the story and no others',
    (db: Writer, id: number, now: Date) => rename(db, { id, headline: 'The yard has work again', by: BY, now }),
    (answer: SiteResponse, path: string) => answer.linksTo(path).length > 0,
  ],
] as const) {
  test(what, async ({ ownPaper }) => {
    const { id, path } = await demoStory(ownPaper, 'shipyard-order')
    const was = await crawl(ownPaper)
    const now = new Date(PRINTED_AT.getTime() + 10 * MINUTE_MS)
    ownPaper.moveClockTo(now)
    await change(ownPaper.db, id, now)
    await ownPaper.catchUp()
    const dropped: string[] = []
    const expected: string[] = []
    for (const [at, answer] of was) {
      const { headers } = await fetchFrom(ownPaper, at)
      if (Date.parse(headers['last-modified'] ?? '') >= now.getTime()) dropped.push(at)
      if (at === path || named(answer, path)) expected.push(at)
    }
    expect(dropped.sort()).toEqual(expected.sort())
  })
}

function differences(stored: ReadonlyMap<string, SiteResponse>, fresh: ReadonlyMap<string, SiteResponse>): string[] {
  const paths = new Set([...stored.keys(), ...fresh.keys()])
  return [...paths].flatMap((path) => {
    const [one, other] = [stored.get(path), fresh.get(path)]
    if (!one || !other) return [`${path} is on one site alone`]
    if (one.status !== other.status) return [`${path} answers ${one.status}, fresh ${other.status}`]
    if (one.location !== other.location) return [`${path} leads to ${one.location}, fresh ${other.location}`]
    if (one.body !== other.body) return [`${path} is stale: ${firstDifference(one.body, other.body)}`]
    return one.headers.etag === other.headers.etag ? [] : [`${path} has another ETag`]
  })
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at++
  return `“${one.slice(at - 40, at + 60)}”, fresh “${other.slice(at - 40, at + 60)}”`
}

function paragraph(words: string, id = 'e1') {
  return { type: 'paragraph' as const, id, text: [{ text: words }] }
}

/** Makes the change; returns a line that describes it and its result. */
async function perform(db: Writer, { verb, story, other, section, hours }: Act, now: Date): Promise<string> {
  const stories = await db.select({ id: articles.id }).from(articles).orderBy(asc(articles.id))
  const allSections = await db.select().from(sections).orderBy(asc(sections.id))
  const chosen = <T>(all: T[], number: number): T => {
    const one = all[number % all.length]
    if (!one) throw new Error('there is nothing to choose from')
    return one
  }
  const { id } = chosen(stories, story)
  const { id: target } = chosen(stories, other)
  const chosenSection = chosen(allSections, section)
  const later = new Date(now.getTime() + hours * HOUR_MS)
  const by = { by: BY, now }
  const draft = {
    headline: `A story of ${hours} tides, number ${story}`,
    sectionId: chosenSection.id,
    topicIds: [1 + (story % 16)],
    bylines: [{ authorId: 1 + (other % 9), name: null }],
    kind: 'news' as const,
    language: 'en',
    body: [
      paragraph('The tide came in.'),
      { type: 'also-read' as const, id: 'e2', target: { kind: 'article' as const, article: id } },
      { type: 'related-news' as const, id: 'e3', articles: [target, id] },
    ],
  }
  switch (verb) {
    case 'publish': {
      const written = await writeArticle(db, { draft, ...by })
      return JSON.stringify(await publish(db, { id: written, ...by }))
    }
    case 'schedule': {
      const written = await writeArticle(db, { draft, ...by })
      return JSON.stringify(await schedule(db, { id: written, at: later, ...by }))
    }
    case 'rename':
      return JSON.stringify(await rename(db, { id, headline: `Renamed ${other}`, slug: `renamed-${other}`, ...by }))
    case 'readdress':
      return JSON.stringify(await readdress(db, { id, slug: `moved-${other}`, ...by }))
    case 'move':
      return JSON.stringify(
        await reviseArticle(db, { id, change: { sectionId: chosenSection.id }, reason: 'moved', ...by }),
      )
    case 'retopic':
      return JSON.stringify(
        await reviseArticle(db, { id, change: { topicIds: [1 + (other % 16)] }, reason: 'given other topics', ...by }),
      )
    case 'link':
      return JSON.stringify(
        await update(db, { id, change: { body: [...draft.body.slice(0, 1), ...linkTo(target)] }, ...by }),
      )
    case 'update':
      return JSON.stringify(await update(db, { id, change: { standfirst: `Since ${hours}, more.` }, ...by }))
    case 'correct':
      return JSON.stringify(await correct(db, { id, note: `It was ${other}, not ${hours}.`, ...by }))
    case 'withdraw':
      return JSON.stringify(await withdraw(db, { id, reason: `Reason ${hours}`, ...by }))
    case 'republish': {
      const [gone] = await db.select({ id: articles.id }).from(articles).where(eq(articles.state, 'withdrawn')).limit(1)
      return gone ? JSON.stringify(await republish(db, { id: gone.id, ...by })) : 'nobody was withdrawn'
    }
    case 'end':
      return JSON.stringify(await withdrawAt(db, { id, at: later, reason: 'Its time is over.', ...by }))
    case 'place': {
      const front = { sectionId: section % 2 ? null : chosenSection.id, by: BY, now }
      const zone = chosen(['lead', 'seconds', 'band:now'] as const satisfies string[], other)
      await changeFront(db, { ...front, change: { kind: 'add-band', band: 'now', name: 'Now' } })
      await changeFront(db, { ...front, change: { kind: 'place', story: id, zone, before: null } })
      const until = hours > 2 ? later.getTime() : null
      await changeFront(db, { ...front, change: { kind: 'edit', card: { ...newCard(id), until } } })
      const { version } = await frontDraft(db, front)
      return JSON.stringify(
        await publishFront(db, { ...front, basedOn: version, along: [], at: hours === 5 ? later : null }),
      )
    }
    case 'raise': {
      const strip = { label: 'Now', text: '', articleId: id, link: null, endsAt: hours > 2 ? later : null }
      return JSON.stringify(await raiseStrip(db, { strip, by: BY, now }))
    }
    case 'take down':
      await takeDownStrip(db, { now })
      return 'taken down'
    case 'rename section':
      await renameSection(db, { id: chosenSection.id, name: `Room ${other}`, slug: `room-${other}-x`, now })
      return 'renamed'
  }
}

function linkTo(article: number) {
  return [
    { type: 'paragraph' as const, id: 'e4', text: [{ text: 'as told', link: { to: 'article' as const, article } }] },
    { type: 'also-read' as const, id: 'e5', target: { kind: 'article' as const, article } },
  ]
}
