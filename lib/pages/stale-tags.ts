import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { type Visibility, visibilityAt } from '@/lib/article/visibility'
import { same } from '@/lib/merging/same'
import { tags } from '@/lib/pages/tags'

/** The change that one save makes to one article, and its context. */
export interface ArticleChange {
  id: number
  /** null when the article is new. */
  before: ArticleSnapshot | null
  /** null when the article is deleted from the store. */
  after: ArticleSnapshot | null
  context: ArticleContext
}

export interface ArticleContext {
  /** By the section id of each snapshot: the ids of that section and of all its ancestors. */
  lines: ReadonlyMap<number, readonly number[]>
  /** Whether the article's present section has a public story that was published later. */
  laterStory: boolean
  /** Whether the article has corrections. */
  corrected: boolean
  /** The timeline that it is in; null for none. */
  timelineId: number | null
  /** The tags of the pages of the archive that count the article before or after, or lead past its day. */
  archive: readonly string[]
}

/**
 * The tags of every page that shows something else, or changes by time at another instant, after the change at `now`.
 * By what differs:
 * - what only its own page shows: article;
 * - what a teaser shows: teaser as well;
 * - what a link shows, or whether and until when the article is public: link and teaser as well;
 * - whether or when it is public: the day, month and year of the archive, its timeline, and the list of timelines;
 * - whether, when or in which section it is public: every list it was or is in, the corrections when it is among
 *   them, and earlierInSection when its section has later stories now. Lists that showed it have its teaser or link
 *   tag, and fronts have those of every story that an editor placed, so they need no other tag;
 * - whether search engines may list it: link, because its other versions name it to them, and the list of the latest;
 * - any of these, or what a link shows: the news;
 * - its topics or authors: the lists it left and joined;
 * - the original that it translates: the versions of both originals;
 * - nothing, when readers see the article neither before nor after.
 */
export function staleTags({ id, before, after, context }: ArticleChange, now: Date): string[] {
  const was = visibilityAt(before, now)
  const is = visibilityAt(after, now)
  const seen = was === 'public' || is === 'public'
  const stale: string[] = []

  if (seen && differ(ownPage(before), ownPage(after))) stale.push(tags.article(id))
  if (!seen && (was === 'withdrawn' || is === 'withdrawn') && differ(notice(before, was), notice(after, is))) {
    stale.push(tags.article(id))
  }

  const listed = was === 'public' || was === 'scheduled' || is === 'public' || is === 'scheduled'
  if (!listed) return stale

  const otherTimes = differ(times(before, was), times(after, is))
  const otherLink = seen && differ(link(before), link(after))
  const otherListing = seen && before?.isUnlisted !== after?.isUnlisted
  if (otherTimes || otherLink || otherListing) stale.push(tags.link(id))
  if (otherTimes || otherLink || (seen && differ(teaser(before), teaser(after)))) stale.push(tags.teaser(id))

  const wasOf = originalOf(id, before)
  const isOf = originalOf(id, after)
  if (wasOf !== isOf) stale.push(tags.translations(wasOf), tags.translations(isOf))

  if (otherListing) stale.push(tags.latest)
  if (otherTimes || otherLink || otherListing) stale.push(tags.news)

  if (otherTimes) stale.push(...context.archive)

  if (otherTimes && context.timelineId !== null) {
    stale.push(tags.timelineList(context.timelineId), tags.timelines)
  }

  const moved = before?.sectionId !== after?.sectionId
  if (otherTimes || moved) {
    stale.push(tags.latest, ...sectionLists(before, context), ...sectionLists(after, context))
  }
  if (context.corrected && (otherTimes || otherLink)) stale.push(tags.correctionsList)

  const listsBefore = subjectLists(before)
  const listsAfter = subjectLists(after)
  if (otherTimes) stale.push(...listsBefore, ...listsAfter)
  else stale.push(...without(listsBefore, listsAfter), ...without(listsAfter, listsBefore))

  const takesPlace = is === 'public' && (was !== 'public' || moved || before?.publishedAt !== after?.publishedAt)
  if (takesPlace && after?.sectionId != null && context.laterStory) {
    stale.push(tags.earlierInSection(after.sectionId))
  }

  return [...new Set(stale)]
}

/** Everything but the state: a due story is public, whether its row says scheduled or published. */
function ownPage(article: ArticleSnapshot | null) {
  return article && { ...article, state: null }
}

function notice(article: ArticleSnapshot | null, at: Visibility) {
  return at === 'withdrawn' && article ? [article.withdrawnAt, article.withdrawalReason] : null
}

function times(article: ArticleSnapshot | null, at: Visibility) {
  return article && (at === 'public' || at === 'scheduled') ? [article.publishedAt, article.withdrawnAt] : null
}

function link(article: ArticleSnapshot | null) {
  return article && [article.headline, article.slug, article.sectionId, article.language, article.leadMediaId]
}

function teaser(article: ArticleSnapshot | null) {
  return article && [article.kicker, article.standfirst, article.kind, article.bylines, article.publishedAt]
}

/** The id of the original that the article translates; its own id when it is an original. */
function originalOf(id: number, article: ArticleSnapshot | null): number {
  return article?.translationOfId ?? id
}

function sectionLists(article: ArticleSnapshot | null, { lines }: ArticleContext): string[] {
  // Only a draft has no section, and a draft is in no list.
  if (!article || article.sectionId === null) return []
  const line = lines.get(article.sectionId)
  if (!line) throw new Error(`section ${article.sectionId} has no line up the tree`)
  return line.map(tags.sectionList)
}

function subjectLists(article: ArticleSnapshot | null): string[] {
  if (!article) return []
  const authors = article.bylines.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]))
  return [...article.topicIds.map(tags.topicList), ...authors.map(tags.authorList)]
}

function without(all: string[], taken: string[]): string[] {
  return all.filter((tag) => !taken.includes(tag))
}

function differ(one: unknown, other: unknown): boolean {
  return !same(one, other)
}
