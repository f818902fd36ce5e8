import type { BodyElement } from '@/lib/article/body'
import { withLinkBlocks } from './link-blocks'

/** Plain text as elements of a story: line breaks end paragraphs, blank lines are left out. */
export function pastedText(text: string): BodyElement[] {
  const lines = text.split(/\r\n?|[\n\u2028\u2029\v\f]/).map((line) => line.replace(/\t/g, ' ').trim())
  const elements: BodyElement[] = []
  const afterBlank = new Set<number>()
  for (const line of lines) {
    if (line) elements.push({ type: 'paragraph', id: '', text: [{ text: line }] })
    else afterBlank.add(elements.length)
  }
  return withLinkBlocks(elements, afterBlank)
}
