import { describe, expect, it } from 'vitest'
import { plainText } from '@/lib/article/body'
import { elementsFrom } from './testing/pasted-body'

describe('tables', () => {
  const table = (html: string) => {
    const [element] = elementsFrom(`<table>${html}</table>`)
    if (element?.type !== 'table') throw new Error('no table arrived')
    return [element.header, ...element.rows].map((row) => row.map((cell) => plainText(cell)))
  }

  it('a cell over several rows leaves those below it empty', () => {
    expect(
      table(
        '<tr><th>Day</th><th>Time</th><th>Fare</th></tr><tr><td rowspan="2">Monday</td><td>6.00</td><td>3</td></tr><tr><td>9.00</td><td>2</td></tr>',
      ),
    ).toEqual([
      ['Day', 'Time', 'Fare'],
      ['Monday', '6.00', '3'],
      ['', '9.00', '2'],
    ])
  })

  it('heads in two rows become one, each over its own figures', () => {
    expect(
      table(
        '<thead><tr><th rowspan="2">Line</th><th colspan="2">2024</th></tr><tr><th>Adult</th><th>Child</th></tr></thead><tbody><tr><td>1</td><td>3</td><td>2</td></tr></tbody>',
      ),
    ).toEqual([
      ['Line', '2024 Adult', '2024 Child'],
      ['1', '3', '2'],
    ])
    expect(
      table(
        '<tr><td rowspan=2>Line</td><td colspan=2>Fare</td></tr><tr><td>2023</td><td>2024</td></tr><tr><td>1</td><td>3</td><td>2</td></tr>',
      ),
    ).toEqual([
      ['Line', 'Fare 2023', 'Fare 2024'],
      ['1', '3', '2'],
    ])
  })

  it.each([
    ['٢٠٢٣', '٣'],
    ['२०२३', '३'],
  ])('a second row of years is a head, and one of figures is none, in any digits: %s, %s', (year, figure) => {
    const copied = (words: string) =>
      `<tr><td>Line</td><td colspan=2>Fare</td></tr><tr><td></td><td>${words}</td><td>${words}</td></tr><tr><td>1</td><td>3</td><td>2</td></tr>`
    expect(table(copied(year))).toHaveLength(2)
    expect(table(copied(figure))).toHaveLength(3)
  })

  it('a cell over rows and columns moves what follows it', () => {
    expect(
      table(
        '<tr><th>A</th><th>B</th><th>C</th></tr><tr><td colspan="2" rowspan="2">no boats</td><td>1</td></tr><tr><td>2</td></tr><tr><td>x</td><td>y</td><td>3</td></tr>',
      ),
    ).toEqual([
      ['A', 'B', 'C'],
      ['no boats', '', '1'],
      ['', '', '2'],
      ['x', 'y', '3'],
    ])
  })

  it('a first row across the whole table is its caption', () => {
    expect(
      elementsFrom(
        '<table><tr><td colspan="2">Fares in crowns</td></tr><tr><td>Line</td><td>Fare</td></tr><tr><td>1</td><td>3</td></tr></table>',
      ),
    ).toMatchObject([{ type: 'table', caption: 'Fares in crowns', rows: [[[{ text: '1' }], [{ text: '3' }]]] }])
  })
})
