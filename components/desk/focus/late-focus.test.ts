import { expect, it } from 'vitest'
import { sourceTexts } from '@/lib/testing/source-imports'

/** A callback that runs after the event, and moves the focus or the selection within a few lines. */
const LATE = /(?:setTimeout|requestAnimationFrame|queueMicrotask)\(\s*\(\) =>[^}]{0,300}\.(?:focus|setSelectionRange)\(/

it('knows a focus that is late', () => {
  expect(LATE.test("setTimeout(() => field.querySelector('input')?.focus())")).toBe(true)
  expect(LATE.test('queueMicrotask(() => {\n  area.setSelectionRange(1, 1)\n})')).toBe(true)
  expect(LATE.test('setTimeout(() => save())\n}\nfield.focus()')).toBe(false)
})

it('the focus moves within the event that moves it, so that the next letter has its place', () => {
  const late = [...sourceTexts()].filter(
    ([file, text]) => file.startsWith('components/') && !file.includes('.test.') && LATE.test(text),
  )
  expect(late.map(([file]) => file)).toEqual([])
})
