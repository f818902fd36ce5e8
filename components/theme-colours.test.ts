import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PAPER_COLOURS } from '@/lib/pictures/theme-colours'

it('the colours that browsers are told are those of the page', () => {
  const tokens = readFileSync('components/tokens.css', 'utf8')
  const [light, ...dark] = [...tokens.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, colour]) => colour)
  expect(light).toBe(PAPER_COLOURS.light)
  expect(new Set(dark)).toEqual(new Set([PAPER_COLOURS.dark]))
})
