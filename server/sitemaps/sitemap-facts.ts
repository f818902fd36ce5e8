import { createHash, type Hash } from 'node:crypto'
import { nextTurnOf, type Span, type StoryPlace } from '@/db/distribution/sitemaps'
import { lastStaleAt } from '@/db/store/invalidation'
import { tags } from '@/lib/pages/tags'
import type { ListedKind } from '@/lib/sitemaps/addresses'
import { URLSET } from '@/lib/sitemaps/entry'
import { type FileBounds, PartsMeter } from '@/lib/sitemaps/parts'
import { type Line, listLines, storyLines, type View } from '@/server/sitemaps/sitemap-lines'
import { type NewestOf, newestOfNone, noteStories, type PackedNewest, packed } from '@/server/sitemaps/sitemap-newest'

/** What is known of a file without having it at hand. */
export interface FileFacts {
  bytes: number
  /** Of its bytes. */
  digest: string
  /** When what it says last changed; null when nobody knows. */
  changedAt: Date | null
}

/** A file of stories: the lines of `span` behind `after`, `count` of them. */
export interface StoriesFile extends FileFacts {
  span: Span
  after: StoryPlace | null
  count: number
}

export interface MonthFacts {
  span: Span
  files: StoriesFile[]
  newest: PackedNewest
  /** When anything of its stories last changed that any sitemap tells; null when nobody knows. */
  changedAt: Date | null
  /** True from this instant … */
  since: Date
  /** … until that one; null without an end. */
  until: Date | null
}

const AROUND_BYTES = Buffer.byteLength(URLSET.start + URLSET.end)

/** What there is to know of the stories of a span, all of them read once. */
export async function readMonth(view: View, span: Span, bounds: FileBounds): Promise<MonthFacts> {
  const { db, now, stories: reading } = view
  const filling = new Filling(bounds)
  const begins: Pick<StoriesFile, 'after' | 'count'>[] = []
  const newest = newestOfNone()
  let changedAt: Date | null = null
  let after: StoryPlace | null = null
  let lastLine: StoryPlace | null = null
  for await (const { lines, stories } of storyLines(view, span, null)) {
    const through = stories.at(-1) ?? null
    const changed = await reading.lastLinkChange(span, { after, through })
    changedAt = newestOf(changedAt, changed)
    await noteStories(newest, reading, stories)
    for (const line of lines) {
      const part = filling.add(line, changed)
      const begin = begins[part - 1]
      if (begin) begin.count += 1
      else begins.push({ after: lastLine, count: 1 })
      lastLine = line.place
    }
    filling.changed(changed)
    after = through
  }
  // What stands behind the last public story is public no longer.
  const gone = await reading.lastLinkChange(span, { after, through: null })
  filling.changed(gone)
  // The address of its section is part of a story's.
  const moved = await lastStaleAt(db, [...newest.sections.keys()].map(tags.section))
  const files = filling.finished().map((file) => ({ ...file, changedAt: newestOf(file.changedAt, moved) }))
  return {
    span,
    files: begins.map((begin, index) => ({ ...begin, span, ...fileAt(files, index) })),
    newest: packed(newest),
    changedAt: newestOf(changedAt, gone, moved),
    since: now,
    until: await nextTurnOf(db, { ...span, now }),
  }
}

/** What there is to know of the files of one kind of pages; `changedAt` is when the kind itself last changed. */
export async function readList(
  view: View,
  { kind, newest, changedAt }: { kind: ListedKind; newest: NewestOf; changedAt: Date | null },
  bounds: FileBounds,
): Promise<FileFacts[]> {
  const filling = new Filling(bounds)
  for await (const lines of listLines(view, kind, newest)) for (const line of lines) filling.add(line, changedAt)
  return filling.finished()
}

/** The lines of file `part` of one kind of pages, batch by batch. */
export async function* linesOfList(
  view: View,
  { kind, part, newest }: { kind: ListedKind; part: number; newest: NewestOf },
  bounds: FileBounds,
): AsyncGenerator<Line[]> {
  const meter = new PartsMeter(AROUND_BYTES, bounds)
  for await (const lines of listLines(view, kind, newest)) {
    yield lines.filter(({ xml }) => meter.partOf(Buffer.byteLength(xml)) === part)
  }
}

export function newestOf(...instants: (Date | null)[]): Date | null {
  let newest: Date | null = null
  for (const instant of instants) if (instant && (!newest || instant > newest)) newest = instant
  return newest
}

/** Files as they are filled line by line; the lines themselves are let go of. */
class Filling {
  readonly #meter: PartsMeter
  readonly #files: (Omit<FileFacts, 'digest'> & { hash: Hash })[] = []

  constructor(bounds: FileBounds) {
    this.#meter = new PartsMeter(AROUND_BYTES, bounds)
  }

  /** Answers the number of the file that took the line. */
  add({ xml, modified }: Line, changedAt: Date | null): number {
    const bytes = Buffer.byteLength(xml)
    const part = this.#meter.partOf(bytes)
    let file = this.#files[part - 1]
    if (!file) {
      file = { bytes: AROUND_BYTES, changedAt: null, hash: createHash('sha256').update(URLSET.start) }
      this.#files.push(file)
    }
    file.hash.update(xml)
    file.bytes += bytes
    file.changedAt = newestOf(file.changedAt, modified, changedAt)
    return part
  }

  /** The file under way says something else since `changedAt`, though no line tells it: one is missing. */
  changed(changedAt: Date | null): void {
    const file = this.#files.at(-1)
    if (file) file.changedAt = newestOf(file.changedAt, changedAt)
  }

  finished(): FileFacts[] {
    return this.#files.map(({ hash, ...file }) => ({ ...file, digest: digestOf(hash.update(URLSET.end)) }))
  }
}

export function digestOf(hash: Hash): string {
  return hash.digest('base64url').slice(0, 22)
}

function fileAt(files: FileFacts[], index: number): FileFacts {
  const file = files[index]
  if (!file) throw new Error(`a sitemap has no file ${index + 1}`)
  return file
}
