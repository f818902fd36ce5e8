import { build } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { anyClipboard } from '@/lib/testing/arbitrary-clipboard'

/** Runs in the page: reads clipboards, and compares what arrives with what the page shows. */
const COMPARISON = `
  import { pastedHtml } from '@/components/desk/editor/paste/pasted-html'
  import { wordsOf } from '@/lib/testing/clipboard-words'
  import { shownWords } from '@/lib/testing/shown-words'

  const parse = (html) => new DOMParser().parseFromString(html, 'text/html')
  export const arrived = (html) => wordsOf(pastedHtml(html, parse, 'https://observer.example').elements)
  export const shown = (html) => shownWords(document.querySelector('main'), html)
`

test('the words that arrive are those that Chromium shows [pasted-words]', async ({ page }) => {
  const { outputFiles } = await build({
    stdin: { contents: COMPARISON, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'comparison',
    platform: 'browser',
  })
  // Nothing that a clipboard names is loaded.
  await page.route('**', (route) => route.abort())
  await page.setContent('<!doctype html><main></main>')
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  const clipboards = fc.sample(anyClipboard, { numRuns: 500, seed: 20261126 })
  const compared = await page.evaluate(
    (all) => all.map((html) => ({ html, arrived: comparison.arrived(html), shown: comparison.shown(html) })),
    clipboards,
  )
  expect(compared.filter(({ arrived, shown }) => arrived !== shown)).toEqual([])
})

declare const comparison: Record<'arrived' | 'shown', (html: string) => string>
