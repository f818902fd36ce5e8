import { createHash } from 'node:crypto'
import { publicationsAround, publicSpan } from '@/db/distribution/sitemap-queries'
import { nextVisibilityChange } from '@/db/reading/visibility'
import { lastStaleAt, lastStaleBelow, logEnd, markedUpTo, staleSince } from '@/db/store/invalidation'
import type { Reader } from '@/db/store/open'
import { SITEMAP } from '@/lib/addresses/document-paths'
import { tags } from '@/lib/pages/tags'
import { LISTED_KINDS, type ListedKind, type SitemapFile, sitemapFilePath } from '@/lib/sitemaps/addresses'
import { indexEntry, SITEMAPINDEX } from '@/lib/sitemaps/entry'
import { type Month, monthBounds, monthsBetween } from '@/lib/sitemaps/months'
import { FILE_LIMITS, type FileLimits } from '@/lib/sitemaps/parts'
import { isoWithZone } from '@/lib/time/dates'
import { KeptMonths, type MonthsAt } from '@/server/sitemaps/kept-months'
import { type ListModificationTimes, merge } from '@/server/sitemaps/list-modification-times'
import { SitemapDates } from '@/server/sitemaps/sitemap-dates'
import type { SitemapContext, SitemapEntry } from '@/server/sitemaps/sitemap-entries'
import {
  entriesOfList,
  latest,
  type MonthInfo,
  readList,
  readMonth,
  type SitemapFileInfo,
  type StoriesFileInfo,
  shortDigest,
} from '@/server/sitemaps/sitemap-files'

interface Archive {
  months: [Month, MonthInfo][]
  lists: Record<ListedKind, SitemapFileInfo[]>
  newest: ListModificationTimes
  since: Date
  until: Date | null
}

/** Prefixes of the tags that the lists' own changes are logged under, beside those of their stories. */
const OWN_TAGS: Record<ListedKind, string> = {
  sections: 'section:',
  topics: 'topic:',
  authors: 'author:',
  timelines: 'timeline:',
  pages: 'page:',
  archive: 'archive',
}

/**
 * Size, digest and last change of every sitemap file: the index lists them, and conditional requests are answered from
 * them. A month is read once and cached, also over a restart, until the invalidation log names one of its stories or a
 * story's visibility changes by time. What is returned matches the snapshot of the call. Simultaneous calls run one after another.
 */
export class SitemapIndexCache {
  #months = new Map<Month, MonthInfo>()
  readonly #bounds: FileLimits
  readonly #dates: SitemapDates
  readonly #kept: KeptMonths
  #archive: Archive | null = null
  /** Last sequence number read from the invalidation log; null before the first time. */
  #logPosition: number | null = null

  constructor(bounds: FileLimits = FILE_LIMITS, dates = new SitemapDates(null), kept = new KeptMonths(null)) {
    this.#bounds = bounds
    this.#dates = dates
    this.#kept = kept
  }

  /** The file of stories; null when there is none. */
  async storiesFile(
    context: SitemapContext,
    { month, part }: { month: Month; part: number },
  ): Promise<StoriesFileInfo | null> {
    await this.#catchUp(context)
    // Clients can request any month: only one that may have stories is cached.
    const { from, to } = monthBounds(month, context.timeZone)
    const span = await publicSpan(context.db, context)
    if (!span || span.last < from || span.first >= to) return null
    const file = (await this.#month(context, month)).files[part - 1]
    return file ? this.#dated(file, sitemapFilePath({ kind: 'stories', month, part }), context) : null
  }

  /** The file of other pages; null when there is none. */
  async listFile(
    context: SitemapContext,
    { kind, part }: { kind: ListedKind; part: number },
  ): Promise<(SitemapFileInfo & { entries: () => AsyncGenerator<SitemapEntry[]> }) | null> {
    await this.#catchUp(context)
    const { lists, newest } = await this.#wholeArchive(context)
    const file = lists[kind][part - 1]
    if (!file) return null
    const entries = () => entriesOfList(context, { kind, part, newest }, this.#bounds)
    return { ...this.#dated(file, sitemapFilePath({ kind, part }), context), entries }
  }

  /** The index of all files: other pages first, then the stories, oldest first. */
  async index(context: SitemapContext): Promise<SitemapFileInfo & { xml: string }> {
    await this.#catchUp(context)
    const { lists, months } = await this.#wholeArchive(context)
    const files = [
      ...LISTED_KINDS.flatMap((kind) => numbered(lists[kind], (part): SitemapFile => ({ kind, part }))),
      ...months.flatMap(([month, { files }]) =>
        numbered(files, (part): SitemapFile => ({ kind: 'stories', month, part })),
      ),
    ].map(({ path, info }) => ({ path, changedAt: this.#dated(info, path, context).changedAt }))
    const entries = files.map(({ path, changedAt }) =>
      indexEntry({
        address: context.siteUrl + path,
        modified: changedAt && isoWithZone(changedAt, context.timeZone),
      }),
    )
    const xml = SITEMAPINDEX.start + entries.join('') + SITEMAPINDEX.end
    const index = {
      bytes: Buffer.byteLength(xml),
      digest: shortDigest(createHash('sha256').update(xml)),
      changedAt: latest(...files.map(({ changedAt }) => changedAt)),
    }
    const dated = this.#dated(index, SITEMAP, context)
    this.#dates.save()
    await this.#keep(context)
    return { ...dated, xml }
  }

  /** The file with the instant at which its bytes last changed, in place of the one at which they may have. */
  #dated<T extends SitemapFileInfo>(file: T, path: string, { now }: SitemapContext): T {
    const { digest, changedAt: suspectedAt } = file
    return { ...file, changedAt: this.#dates.changedAt(path, { digest, suspectedAt, now }) }
  }

  async #wholeArchive(context: SitemapContext): Promise<Archive> {
    if (this.#archive && isValidAt(this.#archive, context.now)) return this.#archive
    const { db, now, timeZone } = context
    const span = await publicSpan(db, context)
    const months: Archive['months'] = []
    for (const month of span ? monthsBetween(span.first, span.last, timeZone) : []) {
      months.push([month, await this.#month(context, month)])
    }
    const newest = merge(months.map(([, info]) => info.newest))
    const lists: Archive['lists'] = { sections: [], topics: [], authors: [], timelines: [], pages: [], archive: [] }
    for (const kind of LISTED_KINDS) {
      const changedAt = latest(
        await lastStaleAt(db, [tags.site]),
        await lastStaleBelow(db, OWN_TAGS[kind]),
        ...months.map(([, info]) => info.changedAt),
      )
      lists[kind] = await readList(context, { kind, newest, changedAt }, this.#bounds)
    }
    this.#archive = { months, lists, newest, since: now, until: await nextVisibilityChange(db, { now }) }
    return this.#archive
  }

  async #month(context: SitemapContext, month: Month): Promise<MonthInfo> {
    const cached = this.#months.get(month)
    if (cached && isValidAt(cached, context.now)) return cached
    const read = await readMonth(context, monthBounds(month, context.timeZone), this.#bounds)
    this.#months.set(month, read)
    return read
  }

  /** Drops what the invalidation log says has changed since the last time. */
  async #catchUp({ db }: SitemapContext): Promise<void> {
    this.#logPosition ??= await this.#takeUp(db)
    const { seq, tags: stale } = await staleSince(db, this.#logPosition)
    this.#logPosition = seq
    if (!stale.length) return
    this.#archive = null
    // The site's time zone and the addresses of sections are part of every entry.
    if (stale.includes(tags.site)) this.#months.clear()
    const ids = stale.flatMap((tag) => /^(?:article|link|translations):(\d+)$/.exec(tag)?.[1] ?? []).map(Number)
    if (ids.length) this.#drop(await publicationsAround(db, [...new Set(ids)]))
  }

  /** Takes the months that an earlier process kept, if this store is the one that they were read from; the place of the log. */
  async #takeUp(db: Reader): Promise<number> {
    const kept = this.#kept.read()
    if (!kept || !(await isOfLog(db, kept))) return logEnd(db)
    this.#months = kept.months
    return kept.position
  }

  async #keep({ db }: SitemapContext): Promise<void> {
    const position = this.#logPosition
    if (position === null) return
    this.#kept.save({ position, markedAt: await markedUpTo(db, position), months: this.#months })
  }

  /** Drops the months of these instants; null stands for an unknown instant and drops all. */
  #drop(instants: (Date | null)[]): void {
    for (const [month, { span }] of this.#months) {
      const isTouched = instants.some((instant) => !instant || (instant >= span.from && instant < span.to))
      if (isTouched) this.#months.delete(month)
    }
  }
}

/**
 * Whether the log of this store leads through that place. A store that was put back from a backup has an earlier log, and
 * goes on at a later time than the one that it takes the place of.
 */
async function isOfLog(db: Reader, { position, markedAt }: MonthsAt): Promise<boolean> {
  if ((await logEnd(db)) < position) return false
  const last = await markedUpTo(db, position)
  return last === null || (markedAt !== null && last <= markedAt)
}

function isValidAt({ since, until }: { since: Date; until: Date | null }, now: Date): boolean {
  return since <= now && (until === null || now < until)
}

function numbered(files: SitemapFileInfo[], named: (part: number) => SitemapFile) {
  return files.map((info, index) => ({ path: sitemapFilePath(named(index + 1)), info }))
}
