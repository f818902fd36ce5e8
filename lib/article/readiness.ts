import { bodyWords } from '@/lib/article/body-words'
import type { Manuscript } from '@/lib/article/manuscript'
import { unfinishedIn } from '@/lib/article/unfinished'
import type { ChecklistItem } from '@/lib/desk/articles/checklist'
import type { Problem } from '@/lib/desk/refusal'

type Text = Pick<Manuscript, 'headline' | 'slug' | 'sectionId' | 'bylines' | 'body'>

/** The desk alone insists on these: an imported story without a byline is by the paper itself. */
const DESK_ONLY = new Set(['no-address', 'no-byline'])

/** The fields that a story needs before readers may have it and that are empty, in the order of the desk's fields. */
export function missingFields({ headline, slug, sectionId, bylines, body }: Text): ChecklistItem[] {
  const remarks: ChecklistItem[] = []
  if (!headline.trim()) remarks.push({ code: 'no-headline', field: 'headline', message: 'The story has no headline.' })
  else if (!slug) {
    remarks.push({ code: 'no-address', field: 'slug', message: 'The story has no words in its address. Write some.' })
  }
  if (sectionId === null) {
    remarks.push({ code: 'no-section', field: 'sectionId', message: 'The story stands in no section. Choose one.' })
  }
  if (!bylines.length) {
    remarks.push({ code: 'no-byline', field: 'bylines', message: 'Nobody is named as the author. Add a byline.' })
  }
  if (!bodyWords(body).trim()) remarks.push({ code: 'no-text', field: 'body', message: 'The story has no text yet.' })
  return remarks
}

/** The elements of the body that are not finished, in reading order. */
export function unfinishedElements({ body }: Pick<Manuscript, 'body'>): ChecklistItem[] {
  return unfinishedIn(body).map((unfinished) => ({ code: 'unfinished', ...unfinished }))
}

/**
 * What keeps a story from readers, wherever it is published from: no headline, no section, no text, an
 * element that is not finished. The desk's checklist asks for more (lib/article/checklist.ts).
 */
export function unreadyIn(text: Text): Problem[] {
  const missing = missingFields(text).filter(({ code }) => !DESK_ONLY.has(code))
  return [...missing, ...unfinishedElements(text)].map(problemOf)
}

/** A remark as the reason of a refusal; one about an element, or about nothing in particular, concerns the body. */
export function problemOf({ field = 'body', message }: ChecklistItem): Problem {
  return { field, message }
}
