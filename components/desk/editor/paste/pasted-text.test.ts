import { expect, it } from 'vitest'
import { pastedText } from '@/components/desk/editor/paste/pasted-text'

it('plain text is a paragraph a line, without blank ones', () => {
  expect(pastedText('The tide\r\n\r\nturns\n')).toMatchObject([
    { type: 'paragraph', text: [{ text: 'The tide' }] },
    { type: 'paragraph', text: [{ text: 'turns' }] },
  ])
})
