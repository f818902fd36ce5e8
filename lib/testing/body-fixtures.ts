import type { BodyElement } from '@/lib/article/body'

/** A paragraph without marks. */
export function paragraph(id: string, text: string): BodyElement {
  return { type: 'paragraph', id, text: [{ text }] }
}

/** An also-read link to another article. */
export function alsoRead(article: number): BodyElement {
  return { type: 'also-read', id: 'e1', target: { kind: 'article', article } }
}
