import { plainDigits } from '@/lib/text/plain-digits'
import type { ListItem } from './pasted-story'
import type { PastedStyles } from './pasted-styles'

/** An item of a Word list, which is a paragraph with its bullet or number in a span. */
export interface WordItem extends ListItem {
  /** The span with the bullet, which is no part of the words; null when Word left it out. */
  marker: Element | null
}

/** The item that a paragraph of Word is; null for any other element. */
export function wordItem(element: Element, styles: PastedStyles): WordItem | null {
  if (element.localName !== 'p') return null
  const list = /\b(l\d+)\s+level(\d+)/.exec(styles.of(element).get('mso-list') ?? '')
  if (!list) return null
  const marker =
    [...element.querySelectorAll('span')].find((span) => styles.of(span).get('mso-list') === 'ignore') ?? null
  const written = plainDigits(marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  const number = /^\(?(?:\d+\.)*(\d+)[.)]?$/.exec(written)?.[1]
  const ordered = number !== undefined || /^\(?(?:[a-z]{1,2}|[ivxl]+)[.)]$/i.test(written)
  const given = number === undefined ? letterNumber(written) : Number(number)
  return { root: list[1], depth: Number(list[2]) - 1, ordered, number: given, marker }
}

/** a is 1, b is 2; roman numbers are read as such when they are more than one letter, or an i. */
function letterNumber(written: string): number {
  const letters = written.toLowerCase().replace(/[^a-z]/g, '')
  if (/^(?:i|[ivxl]{2,})$/.test(letters)) return romanNumber(letters)
  return letters.length === 1 ? letters.charCodeAt(0) - 96 : 1
}

function romanNumber(letters: string): number {
  const values = [...letters].map((letter) => ({ i: 1, v: 5, x: 10, l: 50 })[letter] ?? 0)
  return values.reduce((sum, value, place) => sum + (value < (values[place + 1] ?? 0) ? -value : value), 0)
}
