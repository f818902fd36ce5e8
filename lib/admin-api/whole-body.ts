import { z } from 'zod'
import { draftBodySchema } from '@/lib/article/body'
import { bodySizeProblem } from '@/lib/article/body-size'

/*
 * The text of a story as programs send it: the elements of lib/article/body.ts, written shorter where that is clear. A
 * text without marks and links may be a string, and an element may come without its id.
 */

/** Where an element has a text with marks; a string there is one span. Of an item or a cell, one in a list of them. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['text'],
  heading: ['text'],
  quote: ['text'],
  list: ['items'],
  table: ['header', 'rows'],
}

/** The body with every text as spans and an id for each element; what is no element stays as it is. */
export function wholeBody(sent: unknown[]): unknown[] {
  const taken = new Set(sent.map(idOf).filter((id) => id !== null))
  let last = 0
  const fresh = () => {
    do last += 1
    while (taken.has(`e${last}`))
    return `e${last}`
  }
  return sent.map((element) => wholeElement(element, fresh))
}

export const wholeBodySchema = z
  .array(z.unknown())
  .transform(wholeBody)
  .pipe(draftBodySchema)
  .superRefine((body, context) => {
    const message = bodySizeProblem(body)
    if (message) context.addIssue({ code: 'custom', message })
  })

function wholeElement(sent: unknown, fresh: () => string): unknown {
  if (!isObject(sent)) return sent
  const texts = typeof sent.type === 'string' && Object.hasOwn(TEXTS, sent.type) ? (TEXTS[sent.type] ?? []) : []
  const whole: Record<string, unknown> = { ...sent, id: sent.id ?? fresh() }
  for (const field of texts) if (field in sent) whole[field] = spansIn(sent[field], field === 'text' ? 0 : 1)
  if (Array.isArray(sent.elements)) whole.elements = sent.elements.map((element) => wholeElement(element, fresh))
  return whole
}

/** Strings as spans; above `depth` lists of texts are looked into, rows into their cells. */
function spansIn(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value === '' ? [] : [{ text: value }]
  if (depth > 2 || !Array.isArray(value)) return value
  return depth === 0 ? value : value.map((one) => (isObject(one) ? one : spansIn(one, depth + 1)))
}

function idOf(element: unknown): string | null {
  return isObject(element) && typeof element.id === 'string' ? element.id : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
