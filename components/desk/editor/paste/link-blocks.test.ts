import { describe, expect, it } from 'vitest'
import { pastedText } from '@/components/desk/editor/paste/pasted-text'
import { elementsFrom } from './testing/pasted-body'

describe('the two blocks', () => {
  const blocks = (html: string) => elementsFrom(html).filter(({ type }) => type !== 'paragraph')
  const also = (words: string, url?: string) => ({
    type: 'also-read',
    target: { kind: 'sought', words, ...(url && { url }) },
  })
  const related = (...sought: object[]) => ({ type: 'related-news', articles: [], sought })
  const FERRY = 'https://observer.example/transport/the-last-ferry-42'

  it.each([
    ['<p>Also read: The last ferry</p>', [also('The last ferry')]],
    ['<p><b>Also Read</b>: The last ferry</p>', [also('The last ferry')]],
    [
      '<p><strong>ALSO READ |</strong> <a href="/transport/the-last-ferry-42">The last ferry</a></p>',
      [also('The last ferry', FERRY)],
    ],
    [
      '<p><b>Also read</b> <a href="https://tribune.example/a">No boats</a></p>',
      [also('No boats', 'https://tribune.example/a')],
    ],
    [
      '<h4>Also read:</h4><ul><li><a href="https://tribune.example/a">No boats</a></li><li>Tides</li></ul>',
      [also('No boats', 'https://tribune.example/a'), also('Tides')],
    ],
    [
      '<p>Related News | The last ferry | Tides turn</p>',
      [related({ words: 'The last ferry' }, { words: 'Tides turn' })],
    ],
    [
      '<p>Related News |</p><p>The last ferry</p><p>Tides turn</p><p>The board met on Monday.</p>',
      [related({ words: 'The last ferry' }, { words: 'Tides turn' })],
    ],
    [
      '<h3>Related news</h3><ul><li><a href="/transport/the-last-ferry-42">The last ferry</a></li><li>Tides turn</li></ul>',
      [related({ words: 'The last ferry', url: FERRY }, { words: 'Tides turn' })],
    ],
  ])('%s', (html, expected) => {
    expect(blocks(html)).toEqual(expected)
  })

  it.each([
    '<p>Also read the minutes of the meeting.</p>',
    '<p>Related news came from the harbour.</p>',
    '<p>Also read:</p><p>The board met on Monday.</p>',
  ])('a sentence stays a sentence: %s', (html) => {
    expect(blocks(html)).toEqual([])
  })

  it('are found in plain text, where a blank line ends the headlines', () => {
    expect(
      pastedText('Also read: The last ferry\n\nRelated News |\n\n- Tides turn\n- Buses begin\n\nNext day\n'),
    ).toMatchObject([
      also('The last ferry'),
      related({ words: 'Tides turn' }, { words: 'Buses begin' }),
      { type: 'paragraph' },
    ])
  })
})
