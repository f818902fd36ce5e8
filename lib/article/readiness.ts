import { bodyWords } from '@/lib/article/body-words'
import { visibleBylines } from '@/lib/article/clean-bylines'
import type { Manuscript } from '@/lib/article/manuscript'
import { unfinishedIn } from '@/lib/article/unfinished'
import type { ChecklistItem } from '@/lib/desk/articles/checklist'
import type { Problem } from '@/lib/desk/refusal'
import { isBlank } from '@/lib/text/visible-text'

type Text = Pick<Manuscript, 'headline' | 'slug' | 'sectionId' | 'bylines' | 'body'>

/** Required by the desk only: an imported story without a byline is by the paper itself. */
const DESK_ONLY = new Set(['no-address', 'no-byline'])

/** The empty fields without which a story cannot be published, in the order of the desk's fields. */
export function missingFields({ headline, slug, sectionId, bylines, body }: Text): ChecklistItem[] {
  const remarks: ChecklistItem[] = []
  if (isBlank(headline)) remarks.push({ code: 'no-headline', field: 'headline', message: 'The story has no headline.' })
  else if (!slug) {
    remarks.push({ code: 'no-address', field: 'slug', message: 'The story has no words in its address. Write some.' })
  }
  if (sectionId === null) {
    remarks.push({ code: 'no-section', field: 'sectionId', message: 'The story stands in no section. Choose one.' })
  }
  if (!visibleBylines(bylines).length) {
    remarks.push({ code: 'no-byline', field: 'bylines', message: 'Nobody is named as the author. Add a byline.' })
  }
  if (isBlank(bodyWords(body))) remarks.push({ code: 'no-text', field: 'body', message: 'The story has no text yet.' })
  return remarks
}

/** The unfinished elements of the body, in reading order. */
export function unfinishedElements({ body }: Pick<Manuscript, 'body'>): ChecklistItem[] {
  return unfinishedIn(body).map((unfinished) => ({ code: 'unfinished', ...unfinished }))
}

/**
 * Why a story cannot be published, by the desk, the command line or an import: no headline, no section, no text, or an
 * unfinished element. The desk's checklist requires more (lib/article/checklist.ts).
 */
export function unreadyIn(text: Text): Problem[] {
  const missing = missingFields(text).filter(({ code }) => !DESK_ONLY.has(code))
  return [...missing, ...unfinishedElements(text)].map(problemOf)
}

/** A checklist item as the problem of a refusal; an item without a field concerns the body. */
export function problemOf({ field = 'body', message }: ChecklistItem): Problem {
  return { field, message }
}
