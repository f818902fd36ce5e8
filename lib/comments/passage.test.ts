import { describe, expect, it } from 'vitest'
import { findPassage, type Passage, passageOf } from '@/lib/comments/passage'

const FERRY: Passage = { elementId: 'p2', quote: 'the last ferry leaves at nine', start: 10 }
const text = (id: string, words: string) => ({ id, text: words })

describe('the words of a comment are found again', () => {
  it('where they stood', () => {
    expect(findPassage(FERRY, [text('p2', 'On Sunday the last ferry leaves at nine.')])).toEqual({
      elementId: 'p2',
      from: 10,
      to: 39,
      isUnchanged: true,
    })
  })

  it('nearest to where they stood, when they stand there twice', () => {
    const twice = 'the last ferry leaves at nine, and again the last ferry leaves at nine'
    expect(findPassage({ ...FERRY, start: 38 }, [text('p2', twice)])).toMatchObject({ from: 41 })
    expect(findPassage({ ...FERRY, start: 3 }, [text('p2', twice)])).toMatchObject({ from: 0 })
  })

  it('in another paragraph, after theirs was split', () => {
    const split = [text('p2', 'On Sunday'), text('p3', 'the last ferry leaves at nine.')]
    expect(findPassage(FERRY, split)).toMatchObject({ elementId: 'p3', from: 0, isUnchanged: true })
  })

  it('not in another paragraph when two have them', () => {
    const copies = [text('p3', 'the last ferry leaves at nine'), text('p4', 'the last ferry leaves at nine')]
    expect(findPassage(FERRY, copies)).toBeNull()
  })

  it('from the first to the last of them, after words between were changed', () => {
    expect(findPassage(FERRY, [text('p2', 'On Sunday the very last boat leaves at nine.')])).toEqual({
      elementId: 'p2',
      from: 10,
      to: 43,
      isUnchanged: false,
    })
  })

  it('as far as they are left, after the end was cut', () => {
    expect(findPassage(FERRY, [text('p2', 'On Sunday the last ferry leaves.')])).toMatchObject({
      from: 10,
      to: 31,
      isUnchanged: false,
    })
  })

  it('never in other words', () => {
    expect(findPassage(FERRY, [text('p2', 'The bridge opens in spring.'), text('p3', 'Nine herons.')])).toBeNull()
    expect(findPassage({ ...FERRY, quote: 'nine' }, [text('p2', 'Ten o’clock.')])).toBeNull()
  })
})

it('words that somebody marked on a page are a passage of the first element that has them', () => {
  const elements = [text('h1', 'Ferries'), text('p2', 'On Sunday the last ferry leaves at nine.')]
  expect(passageOf(' the last ferry ', elements)).toEqual({ elementId: 'p2', quote: 'the last ferry', start: 10 })
  expect(passageOf('a train', elements)).toBeNull()
  expect(passageOf('  ', elements)).toBeNull()
})
