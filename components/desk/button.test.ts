import { expect, it } from 'vitest'
import { sourceTexts } from '@/lib/testing/source-imports'

/** The opening tags of buttons in a component. */
const BUTTON = /<Button\b(?:=>|[^>])*>/g

const buttons = [...sourceTexts()]
  .filter(([file]) => file.startsWith('components/desk/') && file.endsWith('.tsx') && !file.includes('.test.'))
  .flatMap(([file, text]) => [...text.matchAll(BUTTON)].map(([tag]) => ({ file, tag, text })))

it('a button gets the promise of its work, so that it waits for it', () => {
  expect(buttons.length).toBeGreaterThan(100)
  expect(buttons.filter(({ tag }) => /onClick=\{[^}]*\bvoid\b/.test(tag)).map(({ file, tag }) => [file, tag])).toEqual(
    [],
  )
})

it('the button of a form that is sent to the desk is busy meanwhile', () => {
  const unguarded = buttons.filter(
    ({ tag, text }) =>
      /type="submit"/.test(tag) && !/\bbusy=/.test(tag) && /onSubmit=/.test(text) && /await /.test(text),
  )
  expect(unguarded.map(({ file, tag }) => [file, tag])).toEqual([])
})
