import { beforeEach, expect, it } from 'vitest'
import { writeArticle } from '@/db/editing/writing'
import { linkExample, storiesThatLink } from '@/db/linking/link-examples'
import { publish, withdraw } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, CITY, hoursAgo, NOW } from '@/db/testing/fixtures'
import type { BodyElement } from '@/lib/article/body'
import { HAND_WEIGHTS } from '@/lib/linking/related/learned'
import { withoutAccount } from '@/lib/revisions/saver'
import { alsoRead, paragraph } from '@/lib/testing/body-fixtures'

const BY = withoutAccount('Nadia Reyes')
const STRIKE =
  'Crane drivers at Velmar Quay walked out over the Kestrel roster, and Odalys Brandt spoke to dockers at the gate of the quay.'
const BREAD =
  'Flour costs more than it did last winter, the guild of bakers told the council of the town, and bread will follow it soon.'

let db: MemoryStore

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function published(headline: string, text: string, at: Date, blocks: BodyElement[] = []): Promise<number> {
  const body = [paragraph('p1', text), ...blocks, paragraph('p2', `${text} More tomorrow.`)]
  const draft = { headline, body, sectionId: CITY, kind: 'news' as const, language: 'en' }
  const id = await writeArticle(db, { draft, by: BY, now: at })
  await publish(db, { id, by: BY, now: at })
  return id
}

/** A link as the site places it. */
const automatic = (article: number) => ({ ...alsoRead(article), id: 'e2', automatic: true }) as BodyElement

it('an example is what editors chose among what the story could have linked to when it came out', async () => {
  const first = await published('Crane drivers walk out', STRIKE, hoursAgo(50))
  const bread = await published('Bread gets dearer', BREAD, hoursAgo(40))
  const third = await published('Brandt speaks to dockers', STRIKE, hoursAgo(30), [alsoRead(first), automatic(bread)])
  const example = await linkExample(db, { id: third, now: NOW })
  expect(example?.chosen).toHaveLength(1)
  expect(example?.candidates[example.chosen[0] ?? -1]).toHaveLength(HAND_WEIGHTS.length)
  // The strike is the nearest candidate, and the site's own link is nobody's choice.
  expect(example?.chosen).toEqual([0])
})

it('is none without a choice of an editor, and for what readers do not have', async () => {
  const first = await published('Crane drivers walk out', STRIKE, hoursAgo(50))
  const filled = await published('Brandt speaks to dockers', STRIKE, hoursAgo(30), [automatic(first)])
  const gone = await published('Kestrel answers the drivers', STRIKE, hoursAgo(20), [alsoRead(first)])
  await withdraw(db, { id: gone, reason: 'It was a mistake.', by: BY, now: hoursAgo(1) })
  for (const id of [first, filled, gone, 999]) expect(await linkExample(db, { id, now: NOW }), `story ${id}`).toBeNull()
})

it('the stories that link come newest first, and only public ones', async () => {
  const first = await published('Crane drivers walk out', STRIKE, hoursAgo(50))
  const second = await published('Brandt speaks to dockers', STRIKE, hoursAgo(30), [alsoRead(first)])
  const third = await published('Kestrel answers the drivers', STRIKE, hoursAgo(20), [alsoRead(second)])
  expect(await storiesThatLink(db, { now: NOW, most: 10 })).toEqual([third, second])
  expect(await storiesThatLink(db, { now: NOW, most: 1 })).toEqual([third])
  expect(await storiesThatLink(db, { now: hoursAgo(25), most: 10 })).toEqual([second])
})
