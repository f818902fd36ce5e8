import type { ReaderBody, ReaderElement } from '@/lib/linking/reader-body'

/** One entry of a live story: from its heading to the next one with a time. */
export interface LiveEntry {
  /** The anchor of its heading. */
  id: string
  at: Date
  headline: string
  elements: ReaderElement[]
}

/** The entries of a live story in reading order; what stands before the first belongs to none. */
export function liveEntries(body: ReaderBody): LiveEntry[] {
  const entries: LiveEntry[] = []
  for (const element of body) {
    if (element.type === 'heading' && element.at) {
      const headline = element.text.map(({ text }) => text).join('')
      entries.push({ id: element.id, at: element.at, headline, elements: [] })
    } else entries.at(-1)?.elements.push(element)
  }
  return entries
}
