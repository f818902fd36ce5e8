import { expect, it } from 'vitest'
import { unwrapped } from './hard-wrapped'

const PARAGRAPHS = [
  'The harbour board decided on Monday evening that the last ferry will leave at six from next week on. Buses take over from there, said its chair, and the well-known pier stays open until the end of the month, as it did last year.',
  'Pilots were asked, but not heard. They will meet on Thursday in the old customs house, where the board has its own room, and will say then what they think of it.',
]

/** Lines as a program for e-mails breaks them. */
function wrapped(paragraph: string, width: number): string {
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.join('\n')
}

it.each([60, 65, 72, 76, 78, 80, 100])('lines that were wrapped at %i characters are their paragraphs', (width) => {
  const text = PARAGRAPHS.map((paragraph) => wrapped(paragraph, width)).join('\n\n')
  expect(unwrapped(text)?.split('\n\n')).toEqual(PARAGRAPHS)
})

it('a short line ends a paragraph without a blank line, too', () => {
  const text = PARAGRAPHS.map((paragraph) => wrapped(paragraph, 72)).join('\r\n')
  expect(unwrapped(text)?.split('\n\n')).toEqual(PARAGRAPHS)
})

it.each([
  ['- Fewer boats', '- More buses'],
  ['1. Fewer boats', '2. More buses'],
  ['١. Fewer boats', '٢. More buses'],
])('points of a list such as “%s” stay lines of their own', (...points) => {
  const text = [wrapped(PARAGRAPHS[0] ?? '', 72), ...points].join('\n')
  expect(unwrapped(text)?.split('\n\n')).toEqual([PARAGRAPHS[0], ...points])
})

it.each([
  [
    'a poem',
    'The tide is out,\nthe boats lie still,\nand nobody will\nsail them home\nbefore the bell rings twice tonight.',
  ],
  [
    'a list',
    '- Boats leave at six in the morning, every day of the week\n- Buses leave at nine in the morning, on workdays\n- Trams do not run',
  ],
  ['paragraphs of one line each', `${'The ferry sails. '.repeat(20)}\n\n${'The bus goes. '.repeat(20)}`],
  ['names', 'Mara Quill\nIda Voss\nWilf Garrity\nAnna Reed'],
  [
    'text in a script without spaces',
    '末班渡轮六点开出港口委员会周一晚上决定下周起末班渡轮六点开船末班渡轮六点开\n末班渡轮六点开出港口委员会周一晚上决定下周起末班渡轮六点开船末班渡轮六点开\n末班渡轮六点开出港口委员会周一晚上决定下周起末班渡轮六点开船末班渡轮六点开\n末班渡轮六点开',
  ],
  ['nothing', ''],
])('the lines of %s are its own', (_, text) => {
  expect(unwrapped(text)).toBeNull()
})
