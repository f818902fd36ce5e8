import { saveIfChanged } from '@/db/editing/article-change'
import { isAddressFixed, type StoredArticle } from '@/db/editing/stored-article'
import { type Outcome, type VerbInput, withVersionCheck } from '@/db/editing/version-check'
import { reviseArticle } from '@/db/editing/writing'
import { type Checked, refusalBy } from '@/db/publishing/checks'
import { withFilledSlots } from '@/db/publishing/filled-slots'
import type { Transaction, Writer } from '@/db/store/open'
import { manuscriptOf } from '@/lib/article/manuscript'
import { unreadyIn } from '@/lib/article/readiness'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/*
 * Every verb reads the article once and decides in one transaction (withVersionCheck). A verb whose result the article
 * already has changes nothing.
 */

/**
 * Makes an unpublished or scheduled article public at once. A public one stays as it is.
 * With `basedOn` it publishes the text that editors work on, as the editor saw it. Without, it publishes the article's
 * own text, and the unpublished changes of a scheduled article stay unpublished.
 */
export async function publish(db: Writer, { checks, ...act }: VerbInput & Checked): Promise<Outcome> {
  return perform(db, act, { reason: 'published' }, async (tx, article) => {
    const { now } = act
    if (article.snapshot.state === 'published') return article.snapshot
    const blocked = await refusalBy(tx, checks, { article, manuscript: article.manuscript, at: now })
    if (blocked) return blocked
    const snapshot = outgoing(article, act)
    if (snapshot.state === 'withdrawn') return refuse('state', 'This story was withdrawn. Republish it instead.')
    if (article.embargoUntil && article.embargoUntil > now) {
      return refuse('embargoUntil', 'The story is under embargo. Schedule it for when the embargo has ended.')
    }
    const problems = unreadyIn(snapshot)
    if (problems.length) return { problems }
    const story = isFirst(article)
      ? await withFilledSlots(tx, { id: article.id, story: snapshot, at: now, now })
      : snapshot
    return { ...story, state: 'published', publishedAt: now.getTime(), updatedAt: null }
  })
}

/**
 * Schedules the publication of an unpublished article for the instant `at`. A scheduled one gets another instant, and
 * its unpublished changes stay unpublished.
 */
export async function schedule(
  db: Writer,
  { at, checks, ...act }: VerbInput & Checked & { at: Date },
): Promise<Outcome> {
  return perform(db, act, { reason: 'scheduled' }, async (tx, article) => {
    const { snapshot, embargoUntil } = article
    const blocked = await refusalBy(tx, checks, { article, manuscript: manuscriptOf(snapshot), at })
    if (blocked) return blocked
    if (snapshot.state === 'published') return refuse('state', 'This story is public already.')
    if (snapshot.state === 'withdrawn') return refuse('state', 'This story was withdrawn. Republish it instead.')
    if (at <= act.now) return refuse('publishedAt', 'Choose a time that is still to come, or publish the story now.')
    if (embargoUntil && at < embargoUntil) {
      return refuse('publishedAt', 'The story is under embargo until later than this.')
    }
    if (snapshot.withdrawnAt !== null && snapshot.withdrawnAt <= at.getTime()) {
      return refuse('publishedAt', 'The story would be withdrawn before it is public.')
    }
    const problems = unreadyIn(snapshot)
    if (problems.length) return { problems }
    const story = isFirst(article)
      ? await withFilledSlots(tx, { id: article.id, story: snapshot, at, now: act.now })
      : snapshot
    return { ...story, state: 'scheduled', publishedAt: at.getTime(), updatedAt: null }
  })
}

/** Makes a scheduled article a draft again, with its unpublished changes. An unpublished one stays as it is. */
export async function unschedule(db: Writer, act: VerbInput): Promise<Outcome> {
  return perform(db, act, { reason: 'unscheduled' }, async (_tx, { snapshot }) => {
    if (snapshot.state === 'published' || snapshot.state === 'withdrawn') {
      return refuse('state', 'Too late: the story has been public. Withdraw it instead.')
    }
    if (snapshot.state !== 'scheduled') return snapshot
    return { ...snapshot, state: 'draft', publishedAt: null, updatedAt: null, withdrawnAt: null, withdrawalReason: '' }
  })
}

/** Puts an unpublished article under embargo until `until`; null ends the embargo. */
export async function setEmbargo(db: Writer, { until, ...act }: VerbInput & { until: Date | null }): Promise<Outcome> {
  if (until && until <= act.now) return refuse('embargoUntil', 'Choose a time that is still to come.')
  return reviseArticle(db, {
    ...act,
    embargoUntil: until,
    reason: until ? 'put under embargo' : 'freed from embargo',
  })
}

/**
 * Withdraws a public article at once; its unpublished changes become its own text. `reason` is shown to readers; empty
 * for none. A withdrawn article keeps its instant and gets the new reason.
 */
export async function withdraw(db: Writer, { reason, ...act }: VerbInput & { reason: string }): Promise<Outcome> {
  const withdrawalReason = reason.trim()
  return perform(db, act, { reason: 'withdrawn', remark: withdrawalReason }, async (_tx, { snapshot }) => {
    if (snapshot.state === 'withdrawn') return { ...snapshot, withdrawalReason }
    if (snapshot.state !== 'published') {
      return refuse('state', 'This story has not been public, so there is nothing to withdraw.')
    }
    return { ...snapshot, state: 'withdrawn', withdrawnAt: act.now.getTime(), withdrawalReason }
  })
}

/**
 * Schedules the withdrawal of a public or scheduled article for the instant `at`, with the reason for readers; null
 * removes the end.
 */
export async function withdrawAt(
  db: Writer,
  { at, reason, ...act }: VerbInput & { at: Date | null; reason: string },
): Promise<Outcome> {
  const why = { reason: at ? 'given an end' : 'given no end', remark: reason.trim() }
  return perform(db, act, why, async (_tx, { snapshot }) => {
    if (snapshot.state !== 'published' && snapshot.state !== 'scheduled') {
      return refuse('state', 'Only a story that is public or scheduled can be given an end.')
    }
    if (!at) return { ...snapshot, withdrawnAt: null, withdrawalReason: '' }
    if (at <= act.now) return refuse('withdrawnAt', 'Choose a time that is still to come, or withdraw the story now.')
    if (snapshot.publishedAt !== null && at.getTime() <= snapshot.publishedAt) {
      return refuse('withdrawnAt', 'The story would be withdrawn before it is public.')
    }
    return { ...snapshot, withdrawnAt: at.getTime(), withdrawalReason: reason.trim() }
  })
}

/**
 * Makes a withdrawn article public again, with its first date of publication. A public one stays as it is. `basedOn`
 * decides which text is published, as in `publish`.
 */
export async function republish(db: Writer, { checks, ...act }: VerbInput & Checked): Promise<Outcome> {
  return perform(db, act, { reason: 'republished' }, async (tx, article) => {
    const { now } = act
    if (article.snapshot.state === 'published') return article.snapshot
    const blocked = await refusalBy(tx, checks, { article, manuscript: article.manuscript, at: now })
    if (blocked) return blocked
    const snapshot = outgoing(article, act)
    if (snapshot.state !== 'withdrawn') return refuse('state', 'This story has not been public. Publish it instead.')
    if (article.embargoUntil && article.embargoUntil > now) return refuse('embargoUntil', 'The story is under embargo.')
    const problems = unreadyIn(snapshot)
    if (problems.length) return { problems }
    const publishedAt = snapshot.publishedAt ?? now.getTime()
    return { ...snapshot, state: 'published', publishedAt, withdrawnAt: null, withdrawalReason: '' }
  })
}

async function perform(
  db: Writer,
  act: VerbInput,
  why: { reason: string; remark?: string },
  decide: (tx: Transaction, article: StoredArticle) => Promise<ArticleSnapshot | Refusal>,
): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    const decision = await decide(tx, article)
    if ('problems' in decision) return decision
    return saveIfChanged(tx, article, { ...why, after: decision, by, now })
  })
}

/** Whether the article goes out for the first time: what the site placed then stays as editors left it. */
function isFirst({ snapshot }: StoredArticle): boolean {
  return snapshot.publishedAt === null
}

/** The article with the text to publish. Its slug stays once it was scheduled or public. */
function outgoing(article: StoredArticle, { basedOn }: VerbInput): ArticleSnapshot {
  const { snapshot, manuscript } = article
  if (basedOn === undefined) return snapshot
  return { ...snapshot, ...manuscript, slug: isAddressFixed(article) ? snapshot.slug : manuscript.slug }
}
