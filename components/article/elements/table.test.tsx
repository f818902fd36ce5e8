import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Table } from '@/components/article/elements/table'
import styles from '@/components/article/elements/table.module.css'

const text = (words: string) => (words ? [{ text: words, marks: [], href: null, external: false }] : [])

/** Whether the second column of a table with these cells is aligned as one of numbers. */
function isAlignedAsNumbers(...cells: string[]): boolean {
  const rows = cells.map((cell) => [text('Tide'), text(cell)])
  const markup = renderToStaticMarkup(<Table id="t1" caption="" header={[text('What'), text('Metres')]} rows={rows} />)
  const aligned = markup.split(`class="${styles.figures}"`).length - 1
  expect([0, cells.length + 1]).toContain(aligned)
  return aligned > 0
}

it.each([
  ['digits', ['3', '1,204.5', '−7', '12 %']],
  ['Arabic digits', ['٣', '١٬٢٠٤٫٥', '-٧', '١٢٪']],
  ['Devanagari digits', ['३', '१,२०४.५', '−७', '१२%']],
])('a column of numbers in %s is aligned at its end', (_name, cells) => {
  expect(isAlignedAsNumbers(...cells)).toBe(true)
})

it('an empty cell leaves a column of numbers what it is', () => {
  expect(isAlignedAsNumbers('3', '', '5')).toBe(true)
})

it('a column of words, or without anything, is no column of numbers', () => {
  expect(isAlignedAsNumbers('3', 'five', '7')).toBe(false)
  expect(isAlignedAsNumbers('.', ',')).toBe(false)
  expect(isAlignedAsNumbers('', ' ')).toBe(false)
})
