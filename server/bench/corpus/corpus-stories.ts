import type { ArticleKind } from '@/lib/article/article'
import type { Body, BodyElement } from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { type Lifecycle, NEW_DRAFT } from '@/lib/article/snapshot'
import { HOUR_MS } from '@/lib/time/durations'
import type { CorpusPaper } from '@/server/bench/corpus/corpus-paper'
import { type HeadlineHalves, halvesOf } from '@/server/bench/corpus/headline-halves'
import { knownPerson, personOf } from '@/server/bench/corpus/names'
import { PublicationDates } from '@/server/bench/corpus/publication-dates'
import { POOLS, type Pool, type SourceText, type Texts } from '@/server/bench/corpus/source-texts'
import { SeededRandom } from '@/server/chaos/seeded-random'

/** A story of the archive before it is written. */
export interface CorpusStory {
  draft: Partial<Manuscript> & Pick<Manuscript, 'headline' | 'standfirst' | 'body' | 'language'>
  lifecycle: Lifecycle & { createdAt: Date }
  /** What editors did to it later, in order. */
  changes: LaterChange[]
  /** What a reader may remember of it. */
  remembered: { beginning: string; end: string; person: string | null }
}

/** A later act of an editor, at an instant in ms since 1970. */
export type LaterChange =
  | { verb: 'update' | 'fix'; at: number; words: string }
  | { verb: 'correct'; at: number; note: string }
  | { verb: 'rename'; at: number; headline: string }
  | { verb: 'withdraw'; at: number; reason: string }

interface Parts {
  count: number
  seed: number
  texts: Texts
  paper: CorpusPaper
  /** The id of story 1; the others follow it. */
  firstId: number
  pictureIds: number[]
  /** Stories of the demo edition in other languages, whose words translations have. */
  foreign: Pick<Manuscript, 'headline' | 'standfirst' | 'body' | 'language'>[]
}

const ROLES = [
  'chair',
  'director',
  'spokeswoman',
  'deputy head',
  'secretary',
  'economist',
  'president',
  'chief engineer',
]
const BODIES = [
  'Board',
  'Council',
  'Institute',
  'Union',
  'Association',
  'Authority',
  'Ministry',
  'Bank',
  'Agency',
  'Works',
]
const KINDS: ArticleKind[] = [
  'news',
  'news',
  'news',
  'news',
  'news',
  'news',
  'news',
  'analysis',
  'feature',
  'explainer',
]

/**
 * The stories of an archive of `count`: real words recombined, each made from its number alone, so that they need no
 * memory, come in any order, and are the same each time with the same seed.
 */
export class CorpusStories {
  readonly #parts: Parts
  readonly #dates: PublicationDates
  readonly #halves: Record<Pool, HeadlineHalves>
  /** Texts with paragraphs, by pool. */
  readonly #readable: Record<Pool, SourceText[]>

  constructor(parts: Parts) {
    this.#parts = parts
    this.#dates = new PublicationDates(parts.count)
    const { texts } = parts
    const general = texts.general
    this.#halves = byPool((pool) => halvesOf(texts[pool].length >= 20 ? texts[pool] : general))
    this.#readable = byPool((pool) => {
      const own = texts[pool].filter(({ paragraphs }) => paragraphs.length >= 2)
      return own.length >= 20 ? own : general.filter(({ paragraphs }) => paragraphs.length >= 2)
    })
  }

  /** The id of story `number`, from 1. */
  idOf(number: number): number {
    return this.#parts.firstId + number - 1
  }

  /** Story `number`, from 1 to the number of stories. */
  at(number: number): CorpusStory {
    const { foreign, seed } = this.#parts
    const random = new SeededRandom(seed * 7919 + number * 2_654_435)
    // The first numbers of neighbouring seeds resemble each other.
    random.next()
    const publishedAt = this.#dates.of(number)
    const section = this.#section(random)
    const beginning = random.pick(this.#halves[section.pool].beginnings)
    const end = random.pick(this.#halves[section.pool].ends)
    const [first, second] = [random.pick(this.#readable[section.pool]), random.pick(this.#readable[section.pool])]
    const person = random.happens(0.3) ? personOf(number) : null
    const words = this.#paragraphs(random, { first, second, person, year: new Date(publishedAt).getUTCFullYear() })
    const headline = `${beginning} ${end}`
    const own = {
      headline,
      kicker: random.happens(0.2) ? section.slug : '',
      standfirst: sentences(words[1] ?? '')
        .slice(0, 2)
        .join(' ')
        .slice(0, 280),
      body: this.#body(random, { number, words }),
      language: 'en',
    }
    const translation = isTranslation(number) && foreign.length ? random.pick(foreign) : null
    const draft = {
      ...own,
      ...(translation && {
        headline: `${translation.headline} (${number})`,
        standfirst: translation.standfirst,
        body: translation.body,
        language: translation.language,
        translationOfId: this.idOf(number - 1),
      }),
      sectionId: section.id,
      topicIds: this.#topics(random, section.id),
      bylines: [{ authorId: this.#author(random, publishedAt), name: null }],
      kind: random.pick(KINDS),
      dateline: random.happens(0.4) ? (personOf(Math.floor(400 * random.next())).split(' ')[1] ?? '') : '',
      leadMediaId: this.#parts.pictureIds.length && random.happens(0.06) ? random.pick(this.#parts.pictureIds) : null,
      isUnlisted: random.happens(0.002),
    }
    const createdAt = new Date(publishedAt - random.between(1, 30) * HOUR_MS)
    const isOut = !isDraft(number)
    const lifecycle = isOut
      ? { ...NEW_DRAFT, state: 'published' as const, publishedAt, createdAt }
      : { ...NEW_DRAFT, createdAt }
    return {
      draft,
      lifecycle,
      changes: isOut ? this.#changes(random, { publishedAt, headline: draft.headline, words }) : [],
      remembered: { beginning, end, person },
    }
  }

  #section(random: SeededRandom): CorpusPaper['sections'][number] {
    let left = random.next() * this.#parts.paper.sections.reduce((sum, { share }) => sum + share, 0)
    for (const section of this.#parts.paper.sections) {
      left -= section.share
      if (left < 0) return section
    }
    return random.pick(this.#parts.paper.sections)
  }

  /** Each section has its own topics, of which the first are the most frequent. */
  #topics(random: SeededRandom, sectionId: number): number[] {
    const { topicIds } = this.#parts.paper
    if (!topicIds.length) return []
    const places = Array.from(
      { length: random.between(1, 3) },
      () => sectionId * 37 + Math.floor(60 * random.next() ** 2.2),
    )
    return [...new Set(places.map((place) => topicIds[place % topicIds.length] ?? 0))]
  }

  /** Authors come and go: each writes for some eight years. */
  #author(random: SeededRandom, publishedAt: number): number {
    const { authorIds } = this.#parts.paper
    const year = Math.floor((publishedAt - Date.UTC(1987, 0, 1)) / (365.25 * 24 * HOUR_MS))
    const place = year * 9 + Math.floor(72 * random.next() ** 1.6)
    return authorIds[place % authorIds.length] ?? 0
  }

  #paragraphs(
    random: SeededRandom,
    { first, second, person, year }: { first: SourceText; second: SourceText; person: string | null; year: number },
  ): string[] {
    const wanted = Math.min(14, 3 + Math.floor(-Math.log(1 - random.next()) * 3.2))
    const from = (text: SourceText, most: number) => {
      const at = random.between(0, Math.max(0, text.paragraphs.length - most))
      return text.paragraphs.slice(at, at + most)
    }
    const words = [...from(first, Math.ceil(wanted * 0.6)), ...from(second, Math.ceil(wanted * 0.4))]
    const said = sentences(random.pick(second.paragraphs))[0] ?? ''
    const who = person ?? knownPerson(random)
    const body = `${personOf(Math.floor(5000 * random.next() ** 2)).split(' ')[1]} ${random.pick(BODIES)}`
    words.splice(1, 0, `“${said.replace(/[.“”"]+/g, '')},” said ${who}, ${random.pick(ROLES)} of the ${body}.`)
    return words.map((text) => withOtherFigures(text, { random, year }))
  }

  #body(random: SeededRandom, { number, words }: { number: number; words: string[] }): Body {
    const body: Body = []
    const add = (element: BodyElement) => body.push({ ...element, id: `e${body.length + 1}` })
    const [alsoReadAfter, relatedAfter, linkIn] = [random.between(1, 4), random.between(3, 7), random.between(0, 5)]
    const [hasAlsoRead, hasRelated, hasLink] = [random.happens(0.6), random.happens(0.3), random.happens(0.4)]
    const { pictureIds } = this.#parts
    for (const [place, text] of words.entries()) {
      const isLinked = hasLink && place === linkIn && number > 10
      add({ type: 'paragraph', id: 'e', text: isLinked ? this.#linked(random, { number, text }) : [{ text }] })
      if (place > 0 && place % 5 === 4)
        add({ type: 'heading', id: 'e', level: 2, text: [{ text: text.split(' ').slice(0, 5).join(' ') }] })
      if (number <= 10) continue
      if (hasAlsoRead && place === alsoReadAfter)
        add({ type: 'also-read', id: 'e', target: { kind: 'article', article: this.#earlier(random, number) } })
      if (hasRelated && place === relatedAfter) {
        const articles = [...new Set(Array.from({ length: 3 }, () => this.#earlier(random, number)))]
        if (articles.length > 1) add({ type: 'related-news', id: 'e', articles })
      }
      if (place === 2 && pictureIds.length && random.happens(0.03))
        add({ type: 'image', id: 'e', media: random.pick(pictureIds) })
    }
    return body
  }

  #linked(random: SeededRandom, { number, text }: { number: number; text: string }) {
    const words = text.split(' ')
    const at = random.between(2, Math.max(2, words.length - 5))
    return [
      { text: `${words.slice(0, at).join(' ')} ` },
      {
        text: words.slice(at, at + 3).join(' ') || '…',
        link: { to: 'article' as const, article: this.#earlier(random, number) },
      },
      { text: ` ${words.slice(at + 3).join(' ')}` },
    ]
  }

  /** Mostly one of the last weeks, seldom one of any time before. */
  #earlier(random: SeededRandom, number: number): number {
    const back = random.happens(0.85)
      ? 1 + Math.floor(-Math.log(1 - random.next()) * 300)
      : random.between(1, number - 1)
    return this.idOf(Math.max(1, number - Math.max(1, back)))
  }

  #changes(
    random: SeededRandom,
    { publishedAt, headline, words }: { publishedAt: number; headline: string; words: string[] },
  ): LaterChange[] {
    const changes: LaterChange[] = []
    let at = publishedAt
    const later = () => {
      at += random.between(1, 40) * 600_000
      return at
    }
    const more = random.pick(words)
    while (random.happens(0.08)) changes.push({ verb: 'update', at: later(), words: more })
    if (random.happens(0.03)) changes.push({ verb: 'fix', at: later(), words: more })
    if (random.happens(0.02)) {
      const note = `An earlier version gave another figure for ${headline.split(' ').slice(0, 4).join(' ')}.`
      changes.push({ verb: 'correct', at: later(), note })
    }
    if (random.happens(0.005)) changes.push({ verb: 'rename', at: later(), headline: `${headline}, again` })
    if (random.happens(0.001))
      changes.push({ verb: 'withdraw', at: later(), reason: 'The story could not be confirmed.' })
    return changes
  }
}

/** Whether a story translates the one before it. */
export function isTranslation(number: number): boolean {
  return number % 71 === 13
}

/** Whether a story was never published. */
export function isDraft(number: number): boolean {
  return number % 2003 === 7
}

function byPool<T>(make: (pool: Pool) => T): Record<Pool, T> {
  const made: Partial<Record<Pool, T>> = {}
  for (const pool of POOLS) made[pool] = make(pool)
  return made as Record<Pool, T>
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?]”?) (?=[A-Z“])/)
}

/** The text with other digits, and years that have come by the year of the story. */
function withOtherFigures(text: string, { random, year }: { random: SeededRandom; year: number }): string {
  return text.replaceAll(/\d[\d,.]*\d/g, (figure) =>
    /^(?:19|20)\d\d$/.test(figure)
      ? String(year - (Number(figure) % 3))
      : figure.slice(0, 1) + figure.slice(1).replaceAll(/\d/g, () => String(Math.floor(10 * random.next()))),
  )
}
