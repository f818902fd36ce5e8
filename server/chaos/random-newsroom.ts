import { eq } from 'drizzle-orm'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { readdress, rename, reviseArticle, writeArticle } from '@/db/editing/writing'
import { renameAuthor } from '@/db/paper/authors'
import { addSection, renameSection } from '@/db/paper/sections'
import { renameTopic } from '@/db/paper/topics'
import { correct } from '@/db/publishing/changes'
import { applyDue } from '@/db/publishing/due'
import { publish, republish, withdraw, withdrawAt } from '@/db/publishing/publishing'
import { isPublic } from '@/db/reading/visibility'
import type { Writer } from '@/db/store/open'
import { articles, articleTopics, authors, bylines, corrections, sections, topics } from '@/db/store/schema'
import { ARTICLE_FORMATS, articleFormatPath, FEED_FORMATS, feedPath } from '@/lib/addresses/document-paths'
import { pagesOf } from '@/lib/addresses/list-pages'
import { articlePath, authorPath, correctionsPath, sectionPath, slugFrom, topicPath } from '@/lib/addresses/paths'
import { withoutAccount } from '@/lib/revisions/saver'
import { MINUTE_MS } from '@/lib/time/durations'

/* Random changes of a newsroom, with a record of every address that was ever public. */

const BY = withoutAccount('Nadia Reyes')
const SITE = 'https://observer.example'
const WORDS = ['ferry', 'bridge', 'tram', 'fog', 'quay', 'Fähre', 'पुल', 'جسر', 'night', 'strike', '2020']
/** Few names, so that lists take each other's old ones. */
const SECTION_NAMES = ['city', 'town', 'port', 'world', 'abroad', 'sport', 'games', 'trade', 'stadt', 'hafen']
const OTHER_NAMES = ['ships', 'boats', 'votes', 'ballots', 'ida-voss', 'omar-lind', 'expo-2020']
const OLD_PLACES = ['/2019/05/bridge.html', '/archive/story-3', '/archive/story-7', '/feed', '/old', '/old/page/2']

export class RandomNewsroom {
  readonly #db: Writer
  readonly #random: () => number
  #now: Date
  /** Every address that was ever public, in the order in which they became public. */
  readonly addresses = new Set<string>()

  constructor(db: Writer, { seed, now }: { seed: number; now: Date }) {
    this.#db = db
    this.#random = randomNumbers(seed)
    this.#now = now
  }

  /** The instant of the last change. */
  get now(): Date {
    return this.#now
  }

  /** Makes one random change, a minute after the last. A change that is refused changes nothing. */
  async step(): Promise<void> {
    this.#now = new Date(this.#now.getTime() + MINUTE_MS)
    await applyDue(this.#db, { now: this.#now })
    await this.#pick(CHANGES)({
      db: this.#db,
      now: this.#now,
      pick: (from) => this.#pick(from),
      addresses: this.addresses,
    })
    await this.remember()
  }

  /** Adds what is public now to `addresses`. */
  async remember(): Promise<void> {
    for (const path of await this.publicNow()) this.addresses.add(path)
  }

  /** What is public now. */
  async publicNow(): Promise<string[]> {
    return publicPaths(this.#db, this.#now)
  }

  #pick<T>(from: readonly T[]): T {
    const picked = from[Math.floor(this.#random() * from.length)]
    if (picked === undefined) throw new Error('the list is empty')
    return picked
  }
}

interface Newsroom {
  db: Writer
  now: Date
  pick: <T>(from: readonly T[]) => T
  addresses: ReadonlySet<string>
}

type Change = (room: Newsroom) => Promise<unknown>

const threeWords = ({ pick }: Newsroom) => `${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)}`
const anyOf = async ({ db, pick }: Newsroom, table: typeof sections | typeof topics | typeof authors) =>
  pick(await db.select({ id: table.id }).from(table)).id
const aStory = async ({ db, pick }: Newsroom, state?: 'published' | 'withdrawn') =>
  pick(
    await db
      .select({ id: articles.id })
      .from(articles)
      .where(state && eq(articles.state, state)),
  ).id
/** A name that is in use is refused, as at the desk. */
const unlessTaken = (change: Promise<unknown>) => change.catch(() => {})

const changeHeadline: Change = async (room) => {
  const headline = threeWords(room)
  return rename(room.db, { id: await aStory(room), headline, slug: slugFrom(headline), by: BY, now: room.now })
}
const changeSlug: Change = async (room) =>
  readdress(room.db, { id: await aStory(room), slug: slugFrom(threeWords(room)), by: BY, now: room.now })
const revise = (of: (room: Newsroom) => Promise<object>): Change => {
  return async (room) =>
    reviseArticle(room.db, {
      id: await aStory(room, 'published'),
      change: await of(room),
      reason: 'moved',
      by: BY,
      now: room.now,
    })
}
const moveToSection = revise(async (room) => ({ sectionId: await anyOf(room, sections) }))
const changeTopics = revise(async (room) => ({ topicIds: room.pick([[], [await anyOf(room, topics)]]) }))
const changeNames = revise(async (room) => ({
  bylines: [{ authorId: await anyOf(room, authors), name: null }],
}))
const withdrawOne: Change = async (room) =>
  withdraw(room.db, { id: await aStory(room, 'published'), reason: '', by: BY, now: room.now })
const endOneSoon: Change = async (room) => {
  const at = new Date(room.now.getTime() + 3 * MINUTE_MS)
  return withdrawAt(room.db, { id: await aStory(room, 'published'), at, reason: '', by: BY, now: room.now })
}
const republishOne: Change = async (room) => {
  const withdrawn = await room.db.select({ id: articles.id }).from(articles).where(eq(articles.state, 'withdrawn'))
  return withdrawn.length && republish(room.db, { id: room.pick(withdrawn).id, by: BY, now: room.now })
}
const correctOne: Change = async (room) =>
  correct(room.db, { id: await aStory(room, 'published'), note: threeWords(room), by: BY, now: room.now })
const publishOne: Change = async (room) => {
  const text = [{ text: 'It is so.' }]
  const draft = {
    headline: threeWords(room),
    body: [{ id: 'e1', type: 'paragraph' as const, text }],
    sectionId: await anyOf(room, sections),
    topicIds: [await anyOf(room, topics)],
    bylines: [{ authorId: await anyOf(room, authors), name: null }],
    kind: 'news' as const,
    language: 'en',
  }
  const id = await writeArticle(room.db, { draft, by: BY, now: room.now })
  return publish(room.db, { id, by: BY, now: room.now })
}
const nameSection: Change = async (room) => {
  const slug = room.pick(SECTION_NAMES)
  return unlessTaken(renameSection(room.db, { id: await anyOf(room, sections), name: slug, slug, now: room.now }))
}
const nameTopic: Change = async (room) => {
  const slug = room.pick(OTHER_NAMES)
  return unlessTaken(renameTopic(room.db, { id: await anyOf(room, topics), name: slug, slug, now: room.now }))
}
const nameAuthor: Change = async (room) => {
  const slug = room.pick(OTHER_NAMES)
  return unlessTaken(renameAuthor(room.db, { id: await anyOf(room, authors), name: slug, slug, now: room.now }))
}
const newSection: Change = async (room) => {
  const slug = room.pick(SECTION_NAMES)
  const some = (await room.db.select({ id: sections.id }).from(sections)).length
  if (some >= SECTION_NAMES.length - 2) return
  return unlessTaken(addSection(room.db, { slug, name: slug, description: '', parentId: null, now: room.now }))
}
const addARedirect: Change = async (room) => {
  const addresses = [...room.addresses]
  const from = room.pick([...OLD_PLACES, room.pick(addresses)])
  const target = room.pick([
    { articleId: await aStory(room) },
    { toPath: room.pick([...OLD_PLACES, room.pick(addresses)]) },
  ])
  return addRedirect(room.db, { from, target, siteUrl: SITE, now: room.now })
}

/** Each change is as likely as it is frequent in this list. */
const CHANGES: Change[] = [
  ...[changeHeadline, changeHeadline, changeHeadline, changeSlug, moveToSection, moveToSection, moveToSection],
  ...[
    changeTopics,
    changeNames,
    withdrawOne,
    withdrawOne,
    endOneSoon,
    republishOne,
    republishOne,
    correctOne,
    publishOne,
  ],
  ...[nameSection, nameTopic, nameAuthor, newSection, addARedirect],
]

/** Derived from the rows alone, without the site's own resolution of addresses. */
async function publicPaths(db: Writer, now: Date): Promise<string[]> {
  const stories = await db
    .select({ id: articles.id, slug: articles.slug, sectionId: sections.id, section: sections.slug })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isPublic(now))
  const publicIds = new Set(stories.map(({ id }) => id))
  const below = new Map((await db.select().from(sections)).map((section) => [section.id, section]))
  const lengths = new Map<string, number>()
  const count = (list: string) => lengths.set(list, (lengths.get(list) ?? 0) + 1)
  for (const { sectionId } of stories) {
    for (let at = below.get(sectionId); at; at = below.get(at.parentId ?? 0)) count(sectionPath(at.slug))
  }
  const slugs = async (table: typeof topics | typeof authors) =>
    new Map((await db.select({ id: table.id, slug: table.slug }).from(table)).map(({ id, slug }) => [id, slug]))
  const [topicSlugs, authorSlugs] = [await slugs(topics), await slugs(authors)]
  for (const { articleId, topicId } of await db.select().from(articleTopics)) {
    if (publicIds.has(articleId)) count(topicPath(topicSlugs.get(topicId) ?? ''))
  }
  for (const { articleId, authorId } of await db.select().from(bylines)) {
    if (publicIds.has(articleId) && authorId !== null) count(authorPath(authorSlugs.get(authorId) ?? ''))
  }
  for (const { articleId } of await db.select().from(corrections))
    if (publicIds.has(articleId)) count(correctionsPath())
  const withFeeds = [
    ...[...below.values()].map(({ slug }) => sectionPath(slug)),
    ...[...topicSlugs.values()].map((slug) => topicPath(slug)),
    ...[...authorSlugs.values()].map((slug) => authorPath(slug)),
  ]
  return [
    ...stories.map(articlePath).flatMap((path) => [path, ...ARTICLE_FORMATS.map((of) => articleFormatPath(path, of))]),
    ...withFeeds.flatMap((list) => FEED_FORMATS.map((format) => feedPath(list, format))),
    ...[...withFeeds, correctionsPath()].flatMap((list) =>
      Array.from({ length: pagesOf(lengths.get(list) ?? 0) }, (_, index) =>
        index ? `${list}/page/${index + 1}` : list,
      ),
    ),
  ]
}

/** The same numbers for the same seed (Lehmer's generator with the modulus 2³¹ − 1). */
function randomNumbers(seed: number): () => number {
  let at = (seed % 2_147_483_646) + 1
  return () => {
    at = (at * 48_271) % 2_147_483_647
    return at / 2_147_483_647
  }
}
