import { describe, expect, it } from 'vitest'
import { mentionBeingTyped, mentionsIn, peopleCalled } from '@/lib/comments/mentions'

const ADA = { id: 'ada', name: 'Ada Reed' }
const ADA_LOU = { id: 'ada-lou', name: 'Ada Reed-Lou' }
const MARA = { id: 'mara', name: 'Mara Quill' }
const PEOPLE = [ADA, ADA_LOU, MARA]

const named = (words: string) => mentionsIn(words, PEOPLE).map(({ person }) => person.id)

describe('a comment names', () => {
  it.each([
    ['@Ada Reed, please look', ['ada']],
    ['Ask @mara quill.', ['mara']],
    ['Thanks @Ada Reed-Lou and @Mara Quill', ['ada-lou', 'mara']],
    ['(@Mara)', ['mara']],
  ])('%s', (words, ids) => {
    expect(named(words)).toEqual(ids)
  })

  it.each(['mail@mara quill', '@Ada, which one?', '@Tomas', '@', 'Mara Quill', '@Maras'])('nobody in %s', (words) => {
    expect(named(words)).toEqual([])
  })
})

it('a mention stands from its at sign to the end of the name', () => {
  expect(mentionsIn('Ask @Mara Quill now', PEOPLE)).toEqual([{ person: MARA, from: 4, to: 15 }])
})

it('a name is being typed from the at sign to the caret, over one space at most', () => {
  expect(mentionBeingTyped('Ask @ma', 7)).toEqual({ from: 4, typed: 'ma' })
  expect(mentionBeingTyped('Ask @Ada Re', 11)).toEqual({ from: 4, typed: 'Ada Re' })
  expect(mentionBeingTyped('Ask @', 5)).toEqual({ from: 4, typed: '' })
  expect(mentionBeingTyped('Ask @Ada Reed, now', 18)).toBeNull()
  expect(mentionBeingTyped('ask mail@ma', 11)).toBeNull()
})

it('people are offered by any word of their name', () => {
  expect(peopleCalled('qu', PEOPLE)).toEqual([MARA])
  expect(peopleCalled('ada r', PEOPLE)).toEqual([ADA, ADA_LOU])
  expect(peopleCalled('', PEOPLE)).toEqual(PEOPLE)
})
