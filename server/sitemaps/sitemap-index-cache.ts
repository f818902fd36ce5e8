import { createHash } from 'node:crypto'
import { publicationsAround, publicSpan } from '@/db/distribution/sitemaps'
import { nextVisibilityChange } from '@/db/reading/visibility'
import { lastStaleAt, lastStaleBelow, logEnd, staleSince } from '@/db/store/invalidation'
import { tags } from '@/lib/pages/tags'
import { LISTED_KINDS, type ListedKind, type SitemapFile, sitemapFilePath } from '@/lib/sitemaps/addresses'
import { indexEntry, SITEMAPINDEX } from '@/lib/sitemaps/entry'
import { type Month, monthBounds, monthsBetween } from '@/lib/sitemaps/months'
import { FILE_BOUNDS, type FileBounds } from '@/lib/sitemaps/parts'
import { isoWithZone } from '@/lib/time/dates'
import {
  digestOf,
  type FileFacts,
  linesOfList,
  type MonthFacts,
  newestOf,
  readList,
  readMonth,
  type StoriesFile,
} from '@/server/sitemaps/sitemap-facts'
import type { Line, View } from '@/server/sitemaps/sitemap-lines'
import { type NewestOf, united } from '@/server/sitemaps/sitemap-newest'

interface Archive {
  months: [Month, MonthFacts][]
  lists: Record<ListedKind, FileFacts[]>
  newest: NewestOf
  since: Date
  until: Date | null
}

/** What a change of the lists themselves is logged under, beside the changes of their stories. */
const OWN_TAGS: Record<ListedKind, string> = {
  sections: 'section:',
  topics: 'topic:',
  authors: 'author:',
  pages: 'page:',
}

/**
 * What is known of every sitemap, so that the index can name them and a crawler that holds one is not sent it again.
 * A month is read once and remembered for as long as the invalidation log names none of its stories and none of them is
 * due; what is said of a file is right for the very view that it is asked with. To be asked by one at a time.
 */
export class SitemapIndexCache {
  readonly #months = new Map<Month, MonthFacts>()
  readonly #bounds: FileBounds
  #archive: Archive | null = null
  /** How far the log has been read; null before the first time. */
  #seen: number | null = null

  constructor(bounds: FileBounds = FILE_BOUNDS) {
    this.#bounds = bounds
  }

  /** The file of stories; null when there is none. */
  async storiesFile(view: View, { month, part }: { month: Month; part: number }): Promise<StoriesFile | null> {
    await this.#catchUp(view)
    // Anybody can ask for any month: only one that may have stories is remembered.
    const { from, to } = monthBounds(month, view.timeZone)
    const known = await publicSpan(view.db, view)
    if (!known || known.last < from || known.first >= to) return null
    return (await this.#month(view, month)).files[part - 1] ?? null
  }

  /** The file of other pages; null when there is none. */
  async listFile(
    view: View,
    { kind, part }: { kind: ListedKind; part: number },
  ): Promise<(FileFacts & { lines: () => AsyncGenerator<Line[]> }) | null> {
    await this.#catchUp(view)
    const { lists, newest } = await this.#whole(view)
    const file = lists[kind][part - 1]
    return file ? { ...file, lines: () => linesOfList(view, { kind, part, newest }, this.#bounds) } : null
  }

  /** The index of all files: other pages first, then the stories, oldest first. */
  async index(view: View): Promise<FileFacts & { xml: string }> {
    await this.#catchUp(view)
    const { lists, months } = await this.#whole(view)
    const files = [
      ...LISTED_KINDS.flatMap((kind) => numbered(lists[kind], (part): SitemapFile => ({ kind, part }))),
      ...months.flatMap(([month, { files }]) =>
        numbered(files, (part): SitemapFile => ({ kind: 'stories', month, part })),
      ),
    ]
    const lines = files.map(({ file, changedAt }) =>
      indexEntry({
        address: view.siteUrl + sitemapFilePath(file),
        modified: changedAt && isoWithZone(changedAt, view.timeZone),
      }),
    )
    const xml = SITEMAPINDEX.start + lines.join('') + SITEMAPINDEX.end
    return {
      xml,
      bytes: Buffer.byteLength(xml),
      digest: digestOf(createHash('sha256').update(xml)),
      changedAt: newestOf(...files.map(({ changedAt }) => changedAt)),
    }
  }

  async #whole(view: View): Promise<Archive> {
    if (this.#archive && isTrueAt(this.#archive, view.now)) return this.#archive
    const { db, now, timeZone } = view
    const known = await publicSpan(db, view)
    const months: Archive['months'] = []
    for (const month of known ? monthsBetween(known.first, known.last, timeZone) : []) {
      months.push([month, await this.#month(view, month)])
    }
    const newest = united(months.map(([, facts]) => facts.newest))
    const lists: Archive['lists'] = { sections: [], topics: [], authors: [], pages: [] }
    for (const kind of LISTED_KINDS) {
      const changedAt = newestOf(
        await lastStaleAt(db, [tags.site]),
        await lastStaleBelow(db, OWN_TAGS[kind]),
        ...months.map(([, facts]) => facts.changedAt),
      )
      lists[kind] = await readList(view, { kind, newest, changedAt }, this.#bounds)
    }
    this.#archive = { months, lists, newest, since: now, until: await nextVisibilityChange(db, { now }) }
    return this.#archive
  }

  async #month(view: View, month: Month): Promise<MonthFacts> {
    const known = this.#months.get(month)
    if (known && isTrueAt(known, view.now)) return known
    const read = await readMonth(view, monthBounds(month, view.timeZone), this.#bounds)
    this.#months.set(month, read)
    return read
  }

  /** Forgets what has changed, as the log has it, since the last time. */
  async #catchUp({ db }: View): Promise<void> {
    if (this.#seen === null) {
      this.#seen = await logEnd(db)
      return
    }
    const { seq, tags: stale } = await staleSince(db, this.#seen)
    this.#seen = seq
    if (!stale.length) return
    this.#archive = null
    // The paper's zone, or the address of a section, is part of every line.
    if (stale.includes(tags.site)) this.#months.clear()
    const ids = stale.flatMap((tag) => /^(?:article|link|translations):(\d+)$/.exec(tag)?.[1] ?? []).map(Number)
    if (ids.length) this.#forget(await publicationsAround(db, [...new Set(ids)]))
  }

  /** Forgets the months of these instants; null may be of any month. */
  #forget(instants: (Date | null)[]): void {
    for (const [month, { span }] of this.#months) {
      const isTouched = instants.some((instant) => !instant || (instant >= span.from && instant < span.to))
      if (isTouched) this.#months.delete(month)
    }
  }
}

function isTrueAt({ since, until }: { since: Date; until: Date | null }, now: Date): boolean {
  return since <= now && (until === null || now < until)
}

function numbered(files: FileFacts[], named: (part: number) => SitemapFile) {
  return files.map(({ changedAt }, index) => ({ file: named(index + 1), changedAt }))
}
