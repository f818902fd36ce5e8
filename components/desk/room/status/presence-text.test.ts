import { expect, test } from 'vitest'
import { presenceText } from '@/components/desk/room/status/presence-text'

const MARA = { name: 'Mara Quill' }
const TOMAS = { name: 'Tomas Reed' }

test('everybody who has the story open is named once', () => {
  expect(presenceText([], 'Anna Reed')).toBe('')
  expect(presenceText([MARA, MARA], 'Anna Reed')).toBe('Mara Quill has this story open too.')
  expect(presenceText([MARA, TOMAS], 'Anna Reed')).toBe('Mara Quill and Tomas Reed have this story open too.')
})

test('a second tab of the editor is mentioned only when nobody else has the story open', () => {
  expect(presenceText([MARA], 'Mara Quill')).toBe('You have this story open in another tab too.')
  expect(presenceText([MARA, TOMAS], 'Mara Quill')).toBe('Tomas Reed has this story open too.')
})
