import { randomUUID } from 'node:crypto'
import { linkSuggestions } from '@/db/linking/link-suggestions'
import { openSlotsSetting } from '@/db/linking/open-slots'
import type { Reader } from '@/db/store/open'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { filledBody } from '@/lib/linking/placement/filled-body'
import { LINKS_OF_SLOT, openSlots } from '@/lib/linking/placement/slots'

/**
 * The story that goes out for the first time, with its open slots filled where the paper wants that; otherwise, and where
 * nothing fits, as it is. What readers get is chosen here, once: it stays until an editor changes it. `at` is the instant
 * at which the story is public.
 */
export async function withFilledSlots(
  db: Reader,
  { id, story, at, now }: { id: number; story: ArticleSnapshot; at: Date; now: Date },
): Promise<ArticleSnapshot> {
  if ((await openSlotsSetting(db)) !== 'filled') return story
  const slots = openSlots(story.body, story.language)
  if (!slots.length) return story
  const found = await linkSuggestions(db, { id, text: story, at, now, most: slots.length * LINKS_OF_SLOT })
  const body = filledBody(story.body, { slots, stories: found.map((one) => one.id), newId: randomUUID })
  return { ...story, body }
}
