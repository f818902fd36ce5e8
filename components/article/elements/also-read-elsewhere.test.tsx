import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AlsoReadElsewhere } from '@/components/article/elements/also-read-elsewhere'

it('also read on another site says that it leaves this one', () => {
  const markup = renderToStaticMarkup(<AlsoReadElsewhere url="https://example.org/" label="How a bridge works" />)
  expect(markup).toContain('href="https://example.org/" rel="external noopener"')
  expect(markup).toContain('(another site)')
})
