import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PAPER_COLOURS } from '@/lib/pictures/theme-colours'

const tokens = readFileSync('components/tokens.css', 'utf8')

it('the colours that browsers are told are those of the page', () => {
  const [light, ...dark] = [...tokens.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, colour]) => colour)
  expect(light).toBe(PAPER_COLOURS.light)
  expect(new Set(dark)).toEqual(new Set([PAPER_COLOURS.dark]))
})

it('a dark page is the same by the choice of its reader as by that of the device', () => {
  const [, device = 'none'] =
    /prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme="light"\]\) \{([^}]*)\}/.exec(tokens) ?? []
  const [, own = ''] = /:root\[data-theme="dark"\] \{\s*color-scheme: dark;([^}]*)\}/.exec(tokens) ?? []
  expect(own.trim()).toBe(device.trim())
})
