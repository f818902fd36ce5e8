import { createHash, type Hash } from 'node:crypto'
import { nextSitemapChange, type Span, type StoryPosition } from '@/db/distribution/sitemap-queries'
import { lastStaleAt } from '@/db/store/invalidation'
import { tags } from '@/lib/pages/tags'
import type { ListedKind } from '@/lib/sitemaps/addresses'
import { URLSET } from '@/lib/sitemaps/entry'
import { type FileLimits, FileSplitter } from '@/lib/sitemaps/parts'
import {
  type ListModificationTimes,
  noModificationTimes,
  type PackedModificationTimes,
  pack,
  recordStories,
} from '@/server/sitemaps/list-modification-times'
import { listEntries, type SitemapContext, type SitemapEntry, storyEntries } from '@/server/sitemaps/sitemap-entries'

/** Size, digest and last change of a sitemap file. */
export interface SitemapFileInfo {
  bytes: number
  /** Hash of its bytes. */
  digest: string
  /** When its content last changed, or may have; null when that is unknown. */
  changedAt: Date | null
}

/** A file of stories: the first `count` entries of `span` after `after`. */
export interface StoriesFileInfo extends SitemapFileInfo {
  span: Span
  after: StoryPosition | null
  count: number
}

export interface MonthInfo {
  span: Span
  files: StoriesFileInfo[]
  newest: PackedModificationTimes
  /** When anything about its stories that a sitemap contains last changed; null when that is unknown. */
  changedAt: Date | null
  /** Valid from this instant … */
  since: Date
  /** … until this one; null without an end. */
  until: Date | null
}

const ENVELOPE_BYTES = Buffer.byteLength(URLSET.start + URLSET.end)

/** The files and modification times of the stories of a span; each story is read once. */
export async function readMonth(context: SitemapContext, span: Span, bounds: FileLimits): Promise<MonthInfo> {
  const { db, now, stories: reading } = context
  const builder = new FileBuilder(bounds)
  const ranges: Pick<StoriesFileInfo, 'after' | 'count'>[] = []
  const newest = noModificationTimes()
  let changedAt: Date | null = null
  let after: StoryPosition | null = null
  let lastPlace: StoryPosition | null = null
  for await (const { entries, stories } of storyEntries(context, span, null)) {
    const through = stories.at(-1) ?? null
    const changed = await reading.lastLinkChange(span, { after, through })
    changedAt = latest(changedAt, changed)
    await recordStories(newest, reading, stories)
    for (const entry of entries) {
      const part = builder.add(entry, changed)
      const range = ranges[part - 1]
      if (range) range.count += 1
      else ranges.push({ after: lastPlace, count: 1 })
      lastPlace = entry.place
    }
    builder.changed(changed)
    after = through
  }
  // Changes after the last public story belong to stories that are no longer public.
  const removed = await reading.lastLinkChange(span, { after, through: null })
  builder.changed(removed)
  // A story's address contains the address of its section.
  const moved = await lastStaleAt(db, [...newest.sections.keys()].map(tags.section))
  const files = builder.finish().map((file) => ({ ...file, changedAt: latest(file.changedAt, moved) }))
  return {
    span,
    files: ranges.map((range, index) => ({ ...range, span, ...fileAt(files, index) })),
    newest: pack(newest),
    changedAt: latest(changedAt, removed, moved),
    since: now,
    until: await nextSitemapChange(db, { ...span, now }),
  }
}

/** The files of one kind of list pages; `changedAt` is when the kind itself last changed. */
export async function readList(
  context: SitemapContext,
  { kind, newest, changedAt }: { kind: ListedKind; newest: ListModificationTimes; changedAt: Date | null },
  bounds: FileLimits,
): Promise<SitemapFileInfo[]> {
  const builder = new FileBuilder(bounds)
  for await (const entries of listEntries(context, kind, newest)) {
    for (const entry of entries) builder.add(entry, changedAt)
  }
  return builder.finish()
}

/** The entries of file `part` of one kind of list pages, in batches. */
export async function* entriesOfList(
  context: SitemapContext,
  { kind, part, newest }: { kind: ListedKind; part: number; newest: ListModificationTimes },
  bounds: FileLimits,
): AsyncGenerator<SitemapEntry[]> {
  const meter = new FileSplitter(ENVELOPE_BYTES, bounds)
  for await (const entries of listEntries(context, kind, newest)) {
    yield entries.filter(({ xml }) => meter.partOf(Buffer.byteLength(xml)) === part)
  }
}

export function latest(...instants: (Date | null)[]): Date | null {
  let newest: Date | null = null
  for (const instant of instants) if (instant && (!newest || instant > newest)) newest = instant
  return newest
}

/** Measures and hashes files entry by entry, without keeping the entries. */
class FileBuilder {
  readonly #meter: FileSplitter
  readonly #files: (Omit<SitemapFileInfo, 'digest'> & { hash: Hash })[] = []

  constructor(bounds: FileLimits) {
    this.#meter = new FileSplitter(ENVELOPE_BYTES, bounds)
  }

  /** Returns the number, from 1, of the file that the entry belongs to. */
  add({ xml, modified }: SitemapEntry, changedAt: Date | null): number {
    const bytes = Buffer.byteLength(xml)
    const part = this.#meter.partOf(bytes)
    let file = this.#files[part - 1]
    if (!file) {
      file = { bytes: ENVELOPE_BYTES, changedAt: null, hash: createHash('sha256').update(URLSET.start) }
      this.#files.push(file)
    }
    file.hash.update(xml)
    file.bytes += bytes
    file.changedAt = latest(file.changedAt, modified, changedAt)
    return part
  }

  /** Notes that an entry has disappeared from the current file at `changedAt`. */
  changed(changedAt: Date | null): void {
    const file = this.#files.at(-1)
    if (file) file.changedAt = latest(file.changedAt, changedAt)
  }

  finish(): SitemapFileInfo[] {
    return this.#files.map(({ hash, ...file }) => ({ ...file, digest: shortDigest(hash.update(URLSET.end)) }))
  }
}

export function shortDigest(hash: Hash): string {
  return hash.digest('base64url').slice(0, 22)
}

function fileAt(files: SitemapFileInfo[], index: number): SitemapFileInfo {
  const file = files[index]
  if (!file) throw new Error(`a sitemap has no file ${index + 1}`)
  return file
}
