import { and, ne } from 'drizzle-orm'
import { isVisibleTo, type LookupScope, storyTargets } from '@/db/desk/story-lookup'
import { sharingWords } from '@/db/search/word-conditions'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { FoundStory, NamedStories } from '@/lib/desk/archive/found-story'
import { headlineLikeness, headlineWords } from '@/lib/linking/headline-likeness'

/** Fewer of the words in common is another headline. */
const NEARLY = 0.5
const MAX_NEAR = 3
/** Enough to hold all that share most words, few enough to be read at once. */
const MAX_CANDIDATES = 200

interface CalledQuery extends LookupScope {
  headlines: readonly string[]
  /** The id of the story that is being written, which is never an answer; null for none. */
  not: number | null
}

/**
 * The stories that `headlines` name, in their order: the one that is called exactly so, whatever its capitals and
 * punctuation, and otherwise those that share most words with it. Only stories that the editor may find.
 */
export async function storiesCalled(db: Reader, { headlines, not, ...scope }: CalledQuery): Promise<NamedStories[]> {
  const answers: NamedStories[] = []
  for (const headline of headlines) answers.push(await called(db, headline, not, scope))
  return answers
}

async function called(db: Reader, headline: string, not: number | null, scope: LookupScope): Promise<NamedStories> {
  const words = [...new Set(headlineWords(headline))]
  if (!words.length) return { exact: null, near: [] }
  const sharing = await sharingWords(db, headline, MAX_CANDIDATES)
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isOneOf(articles.id, sharing), isVisibleTo(scope), not === null ? undefined : ne(articles.id, not)))
  const stories = await storyTargets(db, { ids: rows.map(({ id }) => id), ...scope })
  const likeness = new Map(stories.map((story) => [story, headlineLikeness(headline, story.headline)]))
  const exact = stories.filter((story) => likeness.get(story) === 1)
  const [only, ...others] = exact.length > 1 ? exact.filter(({ state }) => state === 'published') : exact
  if (only && !others.length) return { exact: only, near: [] }
  const near = stories
    .filter((story) => (likeness.get(story) ?? 0) >= NEARLY)
    .sort((one, other) => (likeness.get(other) ?? 0) - (likeness.get(one) ?? 0) || byDate(one, other))
  return { exact: null, near: near.slice(0, Math.max(MAX_NEAR, exact.length)).slice(0, 2 * MAX_NEAR) }
}

/** The newest first. */
function byDate(one: FoundStory, other: FoundStory): number {
  return (other.publishedAt ?? 0) - (one.publishedAt ?? 0)
}
