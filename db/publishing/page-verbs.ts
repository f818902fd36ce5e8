import { and, eq } from 'drizzle-orm'
import type { Conflict } from '@/db/editing/version-check'
import { binPage } from '@/db/paper/page-bin'
import {
  hideVersion,
  keepShown,
  movePage,
  nextVersion,
  pageAddressProblem,
  pageById,
  pageVersion,
  pageVersionsOf,
  type StoredPage,
  showVersion,
} from '@/db/paper/pages'
import { pictureObstacles } from '@/db/paper/picture-obstacles'
import { picturesByIds } from '@/db/pictures/pictures'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { pageVersions } from '@/db/store/pages-schema'
import { isOneOf } from '@/db/store/value-lists'
import { standingPagePath } from '@/lib/addresses/paths'
import { bodyWords } from '@/lib/article/body-words'
import { unfinishedIn } from '@/lib/article/unfinished'
import { type Problem, type Refusal, refuse } from '@/lib/desk/refusal'
import { mediaShown } from '@/lib/linking/references'
import { same } from '@/lib/merging/same'
import { mergePages, type PageContent } from '@/lib/paper/page-content'
import { isRequiredPage } from '@/lib/paper/required-pages'
import type { Saver } from '@/lib/revisions/saver'
import { isBlank } from '@/lib/text/visible-text'
import { HOUR_MS } from '@/lib/time/durations'

interface PageChange {
  id: number
  by: Saver
  now: Date
}

/** The page that a verb left, why it refused, or that somebody saved it meanwhile; null when there is no such page. */
export type PageOutcome = StoredPage | Refusal | Conflict | null

/**
 * Saves what `by` typed into a page, merged with what others saved since version `basedOn`. What cannot be merged stays
 * as theirs, and that of `by` is a version of its own before it: `asideVersion`, null when nothing gave way.
 */
export async function savePage(
  db: Writer,
  { id, basedOn, content, by, now }: PageChange & { basedOn: number; content: PageContent },
): Promise<{ page: StoredPage; asideVersion: number | null } | null> {
  return inTransaction(db, async (tx) => {
    const page = await pageById(tx, id)
    if (!page) return null
    const isNewest = basedOn === page.version
    const base = isNewest ? page.content : await pageVersion(tx, { pageId: id, version: basedOn })
    const merged = mergePages({ base, mine: content, theirs: page.content })
    const asideVersion = merged.isComplete
      ? null
      : await nextVersion(tx, page, {
          content,
          by,
          now,
          reason: 'set aside',
          remark: 'somebody changed the same place',
        })
    const from = asideVersion === null ? page : { ...page, version: asideVersion }
    if (asideVersion !== null || !same(merged.content, page.content)) {
      await nextVersion(tx, from, { content: merged.content, by, now, reason: 'saved' })
      await prune(tx, { page, now })
    }
    return { page: await present(tx, id), asideVersion }
  })
}

/** Gives readers the version that the editor saw. */
export async function publishPage(db: Writer, act: PageChange & { version: number }): Promise<PageOutcome> {
  return withPage(db, act, async (tx, page) => {
    if (page.version === page.publishedVersion) return refuse('', 'Readers have this text already.')
    const problems = await pageProblems(tx, { content: page.content, now: act.now })
    if (problems.length) return { problems }
    const taken = await pageAddressProblem(tx, { slug: page.slug, self: page.id })
    if (taken) return refuse('slug', taken)
    const version = await nextVersion(tx, page, { ...act, content: page.content, reason: 'published' })
    await showVersion(tx, { ...page, version }, act.now)
    return null
  })
}

/** Makes the text that readers have the one that editors work on. */
export async function discardPageChanges(db: Writer, act: PageChange & { version: number }): Promise<PageOutcome> {
  return withPage(db, act, async (tx, page) => {
    const { publishedVersion } = page
    const content = publishedVersion && (await pageVersion(tx, { pageId: page.id, version: publishedVersion }))
    if (!content || same(content, page.content)) return refuse('', 'There are no changes to discard.')
    const version = await nextVersion(tx, page, { ...act, content, reason: 'changes discarded' })
    await keepShown(tx, page.id, version)
    return null
  })
}

/** Makes an earlier version the text that editors work on. */
export async function restorePageVersion(
  db: Writer,
  { restored, ...act }: PageChange & { version: number; restored: number },
): Promise<PageOutcome> {
  return withPage(db, act, async (tx, page) => {
    const content = await pageVersion(tx, { pageId: page.id, version: restored })
    if (!content) return refuse('', 'This version is not kept any more.')
    await nextVersion(tx, page, { ...act, content, reason: 'restored', remark: `version ${restored}` })
    return null
  })
}

/** Takes a page from its readers. The pages that every paper has stay. */
export async function takeDownPage(db: Writer, act: PageChange & { version: number }): Promise<PageOutcome> {
  return withPage(db, act, async (tx, page) => {
    if (isRequiredPage(page.slug)) return refuse('', 'Readers and search engines look for this page on every paper.')
    if (page.publishedVersion === null) return refuse('', 'Readers do not have this page.')
    const version = await nextVersion(tx, page, { ...act, content: page.content, reason: 'taken down' })
    await hideVersion(tx, { ...page, version }, act.now)
    return null
  })
}

/** Gives a page another address. The pages that every paper has keep theirs. */
export async function readdressPage(
  db: Writer,
  { slug, ...act }: PageChange & { version: number; slug: string },
): Promise<PageOutcome> {
  return withPage(db, act, async (tx, page) => {
    if (slug === page.slug) return null
    if (isRequiredPage(page.slug)) return refuse('slug', 'Readers look for this page at this address.')
    const problem = await pageAddressProblem(tx, { slug, self: page.id })
    if (problem) return refuse('slug', problem)
    const remark = `${standingPagePath(page.slug)} to ${standingPagePath(slug)}`
    const version = await nextVersion(tx, page, { ...act, content: page.content, reason: 'readdressed', remark })
    if (page.version === page.publishedVersion) await keepShown(tx, page.id, version)
    await movePage(tx, page, { slug, now: act.now })
    return null
  })
}

/** Puts a page that readers never had into the bin, in the version that the editor saw; null when there is no such page. */
export async function deletePage(
  db: Writer,
  { id, version, now }: { id: number; version: number; now: Date },
): Promise<Refusal | Conflict | Record<string, never> | null> {
  return inTransaction(db, async (tx) => {
    const page = await pageById(tx, id)
    if (!page) return null
    if (page.version !== version) return savedSince(page)
    if (page.publishedAt) return refuse('', 'Readers had this page. Take it down instead; its address then says so.')
    await binPage(tx, page, now)
    return {}
  })
}

/** What keeps a page from being published at `now`, in an editor's words. */
export async function pageProblems(
  db: Reader,
  { content: { headline, body }, now }: { content: PageContent; now: Date },
): Promise<Problem[]> {
  const shown = mediaShown(body)
  const pictures = await picturesByIds(db, shown)
  const isEmpty = isBlank(bodyWords(body)) && !shown.length
  const obstacles = await pictureObstacles(db, { ids: shown, now })
  const silent = shown.filter((id) => isBlank(pictures.get(id)?.alt ?? ''))
  return [
    ...(isBlank(headline) ? [{ field: 'headline', message: 'The page has no headline yet.' }] : []),
    ...(isEmpty ? [{ field: 'body', message: 'Nothing is written on the page yet.' }] : []),
    ...unfinishedIn(body).map(({ message }) => ({ field: 'body', message })),
    ...(silent.length ? [{ field: 'body', message: 'A picture has no alt text yet. Say what it shows.' }] : []),
    ...[...obstacles].map(([id, why]) => {
      const name = pictures.get(id)?.alt
      return { field: 'body', message: `The picture ${name ? `“${name}” ` : ''}cannot be used. ${why}` }
    }),
  ]
}

async function withPage(
  db: Writer,
  { id, version }: { id: number; version: number },
  work: (tx: Transaction, page: StoredPage) => Promise<Refusal | null>,
): Promise<PageOutcome> {
  return inTransaction(db, async (tx) => {
    const page = await pageById(tx, id)
    if (!page) return null
    return page.version === version ? ((await work(tx, page)) ?? present(tx, id)) : savedSince(page)
  })
}

function savedSince({ version, savedBy, savedAt }: StoredPage): Conflict {
  return { conflict: { version, savedBy, savedAt } }
}

async function present(db: Reader, id: number): Promise<StoredPage> {
  const page = await pageById(db, id)
  if (!page) throw new Error(`page ${id} is gone`)
  return page
}

/** Saves of one person one after another; a longer pause begins another sitting. */
const SITTING_MS = HOUR_MS
/** Every save of the last day is kept, so that a page that was open meanwhile finds what it started from. */
const KEPT_MS = 24 * SITTING_MS

/** Deletes old saves that the same person followed with another one within the hour, but for what readers have. */
async function prune(tx: Transaction, { page, now }: { page: StoredPage; now: Date }): Promise<void> {
  const versions = await pageVersionsOf(tx, page.id)
  const superseded = versions.filter(({ version, savedAt, savedBy, reason }, place) => {
    const next = versions[place - 1]
    if (!next || reason !== 'saved' || version === page.publishedVersion) return false
    if (now.getTime() - savedAt.getTime() < KEPT_MS || next.savedBy !== savedBy) return false
    return next.savedAt.getTime() - savedAt.getTime() < SITTING_MS
  })
  const gone = superseded.map(({ version }) => version)
  if (!gone.length) return
  await tx.delete(pageVersions).where(and(eq(pageVersions.pageId, page.id), isOneOf(pageVersions.version, gone)))
}
