/**
 * Tables of a story are rectangles of text: a cell that spans others leaves empty cells, a table inside a cell becomes
 * text, and a table of a single cell, which is layout, is unwrapped.
 */
export function plainTables(body: HTMLElement): void {
  for (const inner of [...body.querySelectorAll('table table')].reverse()) inner.replaceWith(wordsOf(inner))
  for (const table of body.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.querySelector('td, th'))
    if (rows.length <= 1 && cellsOf(rows[0]).length <= 1) {
      table.replaceWith(...cellsOf(rows[0]).flatMap((cell) => [...cell.childNodes]))
      continue
    }
    for (const cell of table.querySelectorAll('td, th')) {
      for (const block of [...cell.querySelectorAll('p, div, ul, ol, li, h2, h3, figure, blockquote, figcaption')]) {
        block.before(' ')
        block.replaceWith(...block.childNodes)
      }
      const spans = Math.min(Number(cell.getAttribute('colspan')) || 1, 50)
      for (let more = 1; more < spans; more++) cell.after(body.ownerDocument.createElement('td'))
    }
    const widest = Math.max(...rows.map((row) => cellsOf(row).length))
    for (const row of rows) {
      while (cellsOf(row).length < widest) row.append(body.ownerDocument.createElement('td'))
    }
    const caption = table.querySelector('caption')
    table.replaceChildren(...(caption ? [caption] : []), ...rows)
  }
}

function cellsOf(row: Element | undefined): Element[] {
  return [...(row?.children ?? [])].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
}

function wordsOf(table: Element): string {
  return [...table.querySelectorAll('td, th')].map(({ textContent }) => textContent?.trim()).join(' ')
}
