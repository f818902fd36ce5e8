import { type DemoInstant, type DemoStory, hoursBefore, writtenBody } from '@/db/demo-edition/writing'
import type { Conflict, Saved } from '@/db/editing/version-check'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { correct, update } from '@/db/publishing/changes'
import { publish, schedule, withdraw } from '@/db/publishing/publishing'
import type { Transaction } from '@/db/store/open'
import type { Refusal } from '@/lib/desk/refusal'
import { type Saver, withoutAccount } from '@/lib/revisions/saver'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/durations'

/** What the keys and slugs in demo stories stand for; each throws for an unknown one. */
export interface DemoIds {
  section: (slug: string) => number
  topic: (slug: string) => number
  author: (slug: string) => number
  authorName: (slug: string) => string
  picture: (key: string) => number
}

const CREATED_BEFORE_MS = 5 * HOUR_MS
const WRITTEN_BEFORE_MS = 30 * MINUTE_MS
export const DESK = withoutAccount('The desk')

/**
 * Creates every story with the verbs of the desk, each at its instant: created, written, published or scheduled,
 * updated, corrected, withdrawn. Answers the ids by key. All are created before any is written, because they link to
 * each other. Runs in the open transaction.
 */
export async function publishDemoStories(
  tx: Transaction,
  { stories, ids, now }: { stories: DemoStory[]; ids: DemoIds; now: Date },
): Promise<Map<string, number>> {
  const at = (instant: DemoInstant) => instantOf(instant, now)
  // In the order of publication, so that ids grow with the archive.
  const inOrder = stories.toSorted((one, other) => at(one.published).getTime() - at(other.published).getTime())
  const created = new Map<string, number>()
  for (const story of inOrder) {
    if (created.has(story.key)) throw new Error(`demo edition: two stories have the key "${story.key}"`)
    created.set(story.key, await create(tx, story, ids, before(at(story.published), CREATED_BEFORE_MS, now)))
  }
  const storyId = (key: string) => {
    const id = created.get(key)
    if (id === undefined) throw new Error(`demo edition: there is no story "${key}"`)
    return id
  }
  for (const story of inOrder) {
    const id = storyId(story.key)
    const published = at(story.published)
    const body = writtenBody(story.body, { story: storyId, picture: ids.picture, hoursAgo: hoursBefore(now) })
    const translationOfId = story.translationOf === undefined ? null : storyId(story.translationOf)
    const written = before(published, WRITTEN_BEFORE_MS, now)
    const change = { body, translationOfId }
    requireSaved(
      story,
      await reviseArticle(tx, { id, change, by: writerOf(story, ids), now: written, reason: 'written' }),
    )
    if (published > now) {
      requireSaved(story, await schedule(tx, { id, at: published, by: DESK, now: written }))
      continue
    }
    requireSaved(story, await publish(tx, { id, by: DESK, now: published }))
    for (const { instant, act } of eventsAfterPublication(story, { id, at, ids }))
      requireSaved(story, await act(tx, instant))
  }
  return created
}

function instantOf(instant: DemoInstant, now: Date): Date {
  if ('at' in instant) return new Date(instant.at)
  const ms = 'hoursAgo' in instant ? -instant.hoursAgo * HOUR_MS : instant.daysAhead * 24 * HOUR_MS
  return new Date(now.getTime() + ms)
}

/** `ms` before the publication, or before now for a story that is not published yet. */
function before(published: Date, ms: number, now: Date): Date {
  return new Date(Math.min(published.getTime(), now.getTime()) - ms)
}

async function create(tx: Transaction, story: DemoStory, ids: DemoIds, now: Date): Promise<number> {
  const { headline, kicker, standfirst, dateline, kind, language } = story
  const draft = {
    headline,
    kicker,
    standfirst,
    dateline,
    kind,
    language,
    body: [],
    sectionId: ids.section(story.section),
    topicIds: story.topics.map(ids.topic),
    bylines: story.bylines.map((byline) =>
      typeof byline === 'string' ? { authorId: ids.author(byline), name: null } : { authorId: null, name: byline.name },
    ),
    leadMediaId: story.picture === null ? null : ids.picture(story.picture),
  }
  return writeArticle(tx, { draft, by: writerOf(story, ids), now })
}

interface Event {
  instant: Date
  act: (tx: Transaction, now: Date) => Promise<Saved | Refusal | Conflict>
}

/** The events after publication, in order. A correction is an update too, so an update at its instant is left out. */
function eventsAfterPublication(
  story: DemoStory,
  { id, at, ids }: { id: number; at: (instant: DemoInstant) => Date; ids: DemoIds },
): Event[] {
  const { corrections = [], updated, withdrawn } = story
  const events: Event[] = corrections.map(({ note, corrected }) => ({
    instant: at(corrected),
    act: (tx, now) => correct(tx, { id, note, by: DESK, now }),
  }))
  if (updated && !events.some(({ instant }) => instant.getTime() === at(updated).getTime())) {
    events.push({ instant: at(updated), act: (tx, now) => update(tx, { id, by: writerOf(story, ids), now }) })
  }
  if (withdrawn) {
    const { reason, when } = withdrawn
    events.push({ instant: at(when), act: (tx, now) => withdraw(tx, { id, reason, by: DESK, now }) })
  }
  return events.toSorted((one, other) => one.instant.getTime() - other.instant.getTime())
}

function writerOf({ bylines: [first] }: DemoStory, ids: DemoIds): Saver {
  if (first === undefined) return DESK
  return withoutAccount(typeof first === 'string' ? ids.authorName(first) : first.name)
}

function requireSaved({ key }: DemoStory, outcome: Saved | Refusal | Conflict): void {
  if ('version' in outcome) return
  const why = 'problems' in outcome ? outcome.problems.map(({ message }) => message).join(' ') : 'somebody saved first'
  throw new Error(`demo edition: story "${key}": ${why}`)
}
