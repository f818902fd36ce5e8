import { describe, expect, it } from 'vitest'
import { elementsFrom } from './testing/pasted-body'

describe('lists', () => {
  const item = (marker: string, words: string) =>
    `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

  it('paragraphs that pose as a list are a list, without their bullets', () => {
    expect(elementsFrom(item('·', 'Fewer boats') + item('·', 'More buses'))).toEqual([
      { type: 'list', ordered: false, items: [[{ text: 'Fewer boats' }], [{ text: 'More buses' }]] },
    ])
  })

  it.each([
    ['1.', '2.'],
    ['٤.', '٥.'],
    ['४)', '५)'],
  ])('numbers such as %s make an ordered list', (first, second) => {
    expect(elementsFrom(item(first, 'First the tide') + item(second, 'Then the wind'))).toMatchObject([
      { type: 'list', ordered: true, ...(first !== '1.' && { start: 4 }) },
    ])
  })

  it('lists go on with their number', () => {
    expect(elementsFrom('<ol start="4"><li>Tide</li><li>Wind</li><li value="9">Rain</li></ol>')).toEqual([
      { type: 'list', ordered: true, start: 4, items: [[{ text: 'Tide' }], [{ text: 'Wind' }]] },
      { type: 'list', ordered: true, start: 9, items: [[{ text: 'Rain' }]] },
    ])
    expect(elementsFrom('<ol reversed><li>Two</li><li>One</li></ol>')).toMatchObject([{ start: 2 }, { type: 'list' }])
  })

  it('a list within a list keeps the number that it begins with, and one that jumps is another list', () => {
    const copy =
      '<ol start="2"><li>Motions<ol start="5"><li>Tide</li><li>Wind</li><li value="9">Rain</li></ol></li><li>Votes<ol><li>Ayes</li></ol></li></ol>'
    const from = (start: number) => ({ depth: 1, ordered: true, start })
    expect(elementsFrom(copy)).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 2,
        items: words('Motions', 'Tide', 'Wind', 'Rain', 'Votes', 'Ayes'),
        nesting: [null, from(5), from(5), from(9), null, numbers(1)],
      },
    ])
  })

  const words = (...items: string[]) => items.map((text) => [{ text }])
  const points = (depth: number) => ({ depth, ordered: false })
  const numbers = (depth: number) => ({ depth, ordered: true })

  it.each([
    ['in its item', '<ul><li>Harbour<ul><li>Quay</li></ul></li><li>Town</li></ul>'],
    [
      'beside its item, as in Google Docs',
      '<ul><li><p>Harbour</p></li><ul><li><p>Quay</p></li></ul><li><p>Town</p></li></ul>',
    ],
  ])('a list within a list stays within it: %s', (_, copy) => {
    expect(elementsFrom(copy)).toEqual([
      { type: 'list', ordered: false, items: words('Harbour', 'Quay', 'Town'), nesting: [null, points(1), null] },
    ])
  })

  it('a list within a numbered item has its own kind, and the numbers go on after it', () => {
    expect(elementsFrom('<ol><li>Tide<ul><li>Spring</li></ul></li><li>Wind</li></ol>')).toEqual([
      { type: 'list', ordered: true, items: words('Tide', 'Spring', 'Wind'), nesting: [null, points(1), null] },
    ])
  })

  it('an item that holds nothing but a list takes no level', () => {
    expect(elementsFrom('<ul><li><ol><li>Tide</li><li>Wind</li></ol></li></ul>')).toEqual([
      { type: 'list', ordered: true, items: words('Tide', 'Wind') },
    ])
  })

  it('levels of a Word list are lists within lists', () => {
    const nested = item('a)', 'Spring').replace('level1', 'level2')
    expect(elementsFrom(item('1.', 'Tide') + nested + item('2.', 'Wind'))).toEqual([
      { type: 'list', ordered: true, items: words('Tide', 'Spring', 'Wind'), nesting: [null, numbers(1), null] },
    ])
  })

  it('lists deeper than a story has them stand at its deepest level', () => {
    const copy =
      '<ul><li>a<ul><li>b<ul><li>c<ul><li>d<ul><li>e<ul><li>f</li></ul></li></ul></li></ul></li></ul></li></ul></li></ul>'
    expect(elementsFrom(copy)).toMatchObject([
      { nesting: [null, points(1), points(2), points(3), points(4), points(4)] },
    ])
  })
})
