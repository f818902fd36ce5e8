import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftBodySchema } from '@/lib/article/body'
import { anyClipboard } from '@/lib/testing/arbitrary-clipboard'
import { asOneLine, isLeftOut, wordsOf, writeOut } from '@/lib/testing/clipboard-words'
import { innerText } from '@/lib/testing/inner-text'
import { propertyRuns } from '@/lib/testing/property-runs'
import { bodyFrom, parse } from './testing/pasted-body'

/** What the browser shows, but for the exceptions of docs/pasting.md that clipboards of this test can hold. */
function expectedWords(html: string): string {
  // Tabs that are shown are spaces of a story.
  const document = parse(html.replaceAll('\t', ' '))
  writeOut(document)
  return asOneLine(innerText(document.body, isLeftOut))
}

test('the words that arrive, with their spaces, are those that a browser shows [pasted-words]', () => {
  fc.assert(
    fc.property(anyClipboard, (html) => {
      const body = bodyFrom(html)
      expect(draftBodySchema.safeParse(body).success).toBe(true)
      expect(wordsOf(body)).toBe(expectedWords(html))
    }),
    { numRuns: propertyRuns() },
  )
})
// Each run reads HTML three times.
