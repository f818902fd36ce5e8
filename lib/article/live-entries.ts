import { type Body, hasWords, writtenAt } from '@/lib/article/body'
import { readableText } from '@/lib/article/readable-text'

/** One entry of a live story: from its heading to the next one with a time. */
export interface LiveEntry {
  /** The anchor of its heading. */
  id: string
  at: Date
  headline: string
  body: Body
}

/**
 * The entries of a live story in reading order. What precedes the first entry belongs to none, and a heading without
 * words, which readers do not get, opens none.
 */
export function liveEntries(story: Body): LiveEntry[] {
  const entries: LiveEntry[] = []
  for (const element of story) {
    const at = element.type === 'heading' && hasWords(element.text) ? writtenAt(element) : null
    if (element.type === 'heading' && at) {
      entries.push({ id: element.id, at, headline: readableText(element.text), body: [] })
    } else entries.at(-1)?.body.push(element)
  }
  return entries
}
