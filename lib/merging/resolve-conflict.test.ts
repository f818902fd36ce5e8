import { describe, expect, test } from 'vitest'
import type { BodyElement } from '@/lib/article/body'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import { canKeepBoth, resolveConflict } from '@/lib/merging/resolve-conflict'

const paragraph = (id: string, text: string): BodyElement => ({ type: 'paragraph', id, text: [{ text }] })

const FERRY: Manuscript = {
  ...emptyManuscript('en'),
  headline: 'The last ferry leaves at six',
  sectionId: 2,
  topicIds: [1],
  body: [paragraph('one', 'The Dunlin sails until Sunday.'), paragraph('two', 'Buses take over.')],
}
const SET_ASIDE = paragraph('two', 'Buses and a water taxi take over.')
const ELEMENT = { place: 'body:two', setAside: SET_ASIDE, afterId: 'one' }

describe('what was set aside', () => {
  test('changes nothing when the story keeps what it has', () => {
    expect(resolveConflict(FERRY, ELEMENT, 'keep', 'enew')).toBe(FERRY)
  })

  test('replaces the element that it conflicts with', () => {
    expect(resolveConflict(FERRY, ELEMENT, 'use', 'enew').body).toEqual([FERRY.body[0], SET_ASIDE])
  })

  test('follows that element under an id of its own when both are kept', () => {
    expect(resolveConflict(FERRY, ELEMENT, 'both', 'enew').body).toEqual([...FERRY.body, { ...SET_ASIDE, id: 'enew' }])
  })

  test('returns to its place when the element was deleted from the story', () => {
    const gone = { place: 'body:three', setAside: paragraph('three', 'Tickets stay valid.'), afterId: 'one' }
    const ids = (manuscript: Manuscript) => manuscript.body.map(({ id }) => id)
    expect(ids(resolveConflict(FERRY, gone, 'use', 'enew'))).toEqual(['one', 'three', 'two'])
    expect(ids(resolveConflict(FERRY, { ...gone, afterId: null }, 'both', 'enew'))).toEqual(['three', 'one', 'two'])
    expect(ids(resolveConflict(FERRY, { ...gone, afterId: 'nine' }, 'use', 'enew'))).toEqual(['one', 'two', 'three'])
  })

  test('deletes the element when it was a deletion', () => {
    const deletion = { place: 'body:two', setAside: null, afterId: null }
    expect(resolveConflict(FERRY, deletion, 'use', 'enew').body).toEqual([FERRY.body[0]])
    expect(canKeepBoth(deletion)).toBe(false)
  })

  test('replaces the value of a field, or is appended to it where both can be kept', () => {
    const headline = { place: 'headline', setAside: 'Six o’clock is the last boat', afterId: null }
    expect(resolveConflict(FERRY, headline, 'use', 'enew').headline).toBe('Six o’clock is the last boat')
    expect(resolveConflict(FERRY, headline, 'both', 'enew').headline).toBe(
      'The last ferry leaves at six / Six o’clock is the last boat',
    )
    expect(
      resolveConflict(FERRY, { place: 'topicIds', setAside: [2, 1], afterId: null }, 'both', 'enew').topicIds,
    ).toEqual([1, 2])
  })

  test('cannot be kept together with the text where only one value is possible', () => {
    expect(canKeepBoth({ place: 'sectionId', setAside: 3 })).toBe(false)
    expect(canKeepBoth({ place: 'headline', setAside: 'x' })).toBe(true)
    expect(canKeepBoth(ELEMENT)).toBe(true)
  })
})
