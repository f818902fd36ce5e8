import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { fillBackLinks } from '@/db/back-links/place-links'
import { deleteDraft, recoverDraft } from '@/db/editing/delete-draft'
import { storedArticle } from '@/db/editing/stored-article'
import { readdress, rename, reviseArticle, writeArticle } from '@/db/editing/writing'
import { changeBackLinkRule } from '@/db/linking/back-link-rule'
import { decidePair } from '@/db/linking/link-pairs'
import { addProposals } from '@/db/linking/link-proposals'
import { changeOpenSlots } from '@/db/linking/open-slots'
import { publish, republish, withdraw } from '@/db/publishing/publishing'
import type { Writer } from '@/db/store/open'
import { articles, links } from '@/db/store/schema'
import { threadedQueryNamed } from '@/db/threaded-queries/threaded-queries'
import { articlePath, slugFrom } from '@/lib/addresses/paths'
import type { Body } from '@/lib/article/body'
import { withoutAccount } from '@/lib/revisions/saver'
import { MINUTE_MS } from '@/lib/time/durations'
import { SeededRandom } from '@/server/chaos/seeded-random'

/* Random acts of a newsroom that lets the site place its links, and forbids some. */

const BY = withoutAccount('Nadia Reyes')
const MAX_STORIES = 500
const PARAGRAPHS = 7
const PROPOSED = 6
const PER_DAY = 200

/** Two stories that editors said are never linked. */
export interface ForbiddenPair {
  one: number
  other: number
}

interface Source {
  headline: string
  sectionId: number | null
  paragraphs: Body
}

export class LinkedNewsroom {
  readonly #db: Writer
  readonly #random: SeededRandom
  #now: Date
  #sources: Source[] = []
  #newElements = 0
  readonly forbidden: ForbiddenPair[] = []

  constructor(db: Writer, { seed, now }: { seed: number; now: Date }) {
    this.#db = db
    this.#random = new SeededRandom(seed)
    this.#now = now
  }

  /** The instant of the last act. */
  get now(): Date {
    return this.#now
  }

  /** Turns on what places links, and keeps the words of the stories that are there. To be called once, before any step. */
  async begin(): Promise<void> {
    const now = this.#now
    await changeOpenSlots(this.#db, { openSlots: 'filled', now })
    await changeBackLinkRule(this.#db, { backLinks: 'filled', backLinksPerDay: PER_DAY, now })
    const rows = await this.#db
      .select({ headline: articles.headline, sectionId: articles.sectionId, body: articles.body })
      .from(articles)
      .where(and(eq(articles.state, 'published'), eq(articles.language, 'en')))
    this.#sources = rows.map(({ body, ...story }) => ({
      ...story,
      paragraphs: body.filter((element) => element.type === 'paragraph'),
    }))
  }

  /** Makes one random act, a minute after the last. An act that is refused changes nothing. */
  async step(): Promise<void> {
    this.#now = new Date(this.#now.getTime() + MINUTE_MS)
    await this.#random.pick(this.#acts)()
  }

  /** The address of every story that readers have. */
  async publicStories(): Promise<{ id: number; path: string }[]> {
    const rows = await this.#db.all<{ id: number; slug: string; section: string }>(sql`
      select articles.id, articles.slug, sections.slug as section from articles join sections on sections.id = section_id
      where state = 'published' order by articles.id`)
    return rows.map((row) => ({ id: row.id, path: articlePath(row) }))
  }

  /** Each act is as likely as it is frequent in this list. */
  readonly #acts: (() => Promise<unknown>)[] = [
    ...[() => this.#publishNew(), () => this.#publishNew(), () => this.#publishNew()],
    ...[() => this.#rename(), () => this.#rename(), () => this.#readdress()],
    ...[() => this.#withdraw(), () => this.#withdraw(), () => this.#republish(), () => this.#republish()],
    ...[() => this.#linkByHand(), () => this.#linkByHand()],
    ...[() => this.#writeDraft(), () => this.#publishDraft(), () => this.#throwAway(), () => this.#recover()],
    () => this.#forbid(),
  ]

  async #publishNew(): Promise<void> {
    const [row] = await this.#db.select({ stories: count() }).from(articles)
    if ((row?.stories ?? 0) >= MAX_STORIES) return
    await this.#publishAndLink(await this.#write())
  }

  async #publishDraft(): Promise<void> {
    const id = await this.#any('draft')
    if (id !== null) await this.#publishAndLink(id)
  }

  /** What the site does after a publication, at once. */
  async #publishAndLink(id: number): Promise<void> {
    const act = { id, by: BY, now: this.#now }
    await publish(this.#db, act)
    const found = await threadedQueryNamed('backLinkCandidates')(this.#db, { id, now: this.#now, most: PROPOSED })
    if (found.length) await addProposals(this.#db, { targetId: id, found, now: this.#now })
    await fillBackLinks(this.#db, { now: this.#now })
  }

  async #writeDraft(): Promise<void> {
    await this.#write()
  }

  async #write(): Promise<number> {
    const [one, other] = [this.#random.pick(this.#sources), this.#random.pick(this.#sources)]
    const paragraphs = [...one.paragraphs, ...other.paragraphs].slice(0, PARAGRAPHS)
    const draft = {
      headline: `${one.headline.split(' ').slice(0, 4).join(' ')} ${other.headline.split(' ').slice(-4).join(' ')}`,
      body: paragraphs.map((paragraph) => ({ ...paragraph, id: this.#newId() })),
      sectionId: one.sectionId,
      kind: 'news' as const,
      language: 'en',
    }
    return writeArticle(this.#db, { draft, by: BY, now: this.#now })
  }

  async #rename(): Promise<void> {
    const id = await this.#any('published')
    if (id === null) return
    const headline = `${this.#random.pick(this.#sources).headline.split(' ').slice(0, 5).join(' ')} again`
    await rename(this.#db, { id, headline, slug: slugFrom(headline), by: BY, now: this.#now })
  }

  async #readdress(): Promise<void> {
    const id = await this.#any('published')
    if (id === null) return
    const slug = slugFrom(this.#random.pick(this.#sources).headline)
    await readdress(this.#db, { id, slug, by: BY, now: this.#now })
  }

  async #withdraw(): Promise<void> {
    const id = await this.#any('published')
    if (id !== null) await withdraw(this.#db, { id, reason: '', by: BY, now: this.#now })
  }

  async #republish(): Promise<void> {
    const id = await this.#any('withdrawn')
    if (id !== null) await republish(this.#db, { id, by: BY, now: this.#now })
  }

  async #throwAway(): Promise<void> {
    const id = await this.#any('draft')
    if (id !== null) await deleteDraft(this.#db, { id, by: BY, now: this.#now })
  }

  async #recover(): Promise<void> {
    const rows = await this.#db.select({ id: articles.id }).from(articles).where(sql`${articles.deletedAt} is not null`)
    if (rows.length) await recoverDraft(this.#db, { id: this.#random.pick(rows).id, by: BY, now: this.#now })
  }

  /** An editor's own link, to a story of any state, drafts and withdrawn ones too. */
  async #linkByHand(): Promise<void> {
    const id = await this.#any('published')
    const article = await this.#any(this.#random.pick(['published', 'published', 'draft', 'withdrawn']))
    if (id === null || article === null || id === article || this.#isForbidden(id, article)) return
    const { snapshot } = await storedArticle(this.#db, id, this.#now)
    const link = { type: 'also-read' as const, id: this.#newId(), target: { kind: 'article' as const, article } }
    const change = { body: [...snapshot.body, link] }
    await reviseArticle(this.#db, { id, change, reason: 'fixed', by: BY, now: this.#now })
  }

  /** Only of stories that are not linked: what editors linked already stays. */
  async #forbid(): Promise<void> {
    const [one, other] = [await this.#any('published'), await this.#any('published')]
    if (one === null || other === null || one === other) return
    const [linked] = await this.#db.all<{ n: number }>(sql`
      select count(*) as n from ${links} where (${links.sourceId} = ${one} and ${links.targetId} = ${other})
        or (${links.sourceId} = ${other} and ${links.targetId} = ${one})`)
    if (linked?.n) return
    await decidePair(this.#db, { sourceId: one, targetId: other, choice: 'never', by: BY, now: this.#now })
    this.forbidden.push({ one, other })
  }

  #isForbidden(id: number, target: number): boolean {
    return this.forbidden.some(({ one, other }) => (one === id && other === target) || (other === id && one === target))
  }

  async #any(state: 'draft' | 'published' | 'withdrawn'): Promise<number | null> {
    const rows = await this.#db
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.state, state), isNull(articles.deletedAt)))
    return rows.length ? this.#random.pick(rows).id : null
  }

  #newId(): string {
    this.#newElements += 1
    return `chaos-${this.#newElements}`
  }
}
