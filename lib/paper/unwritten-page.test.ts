import { expect, test } from 'vitest'
import { DISTRIBUTION_AT_FIRST } from '@/lib/article/article'
import { parseBody } from '@/lib/article/body'
import { unwrittenPage } from '@/lib/paper/unwritten-page'

const bare = {
  name: 'Broadsheet',
  tagline: '',
  language: 'en',
  timeZone: 'UTC',
  organisation: { legalName: '', email: '', address: '', foundedYear: null },
  distribution: DISTRIBUTION_AT_FIRST,
}
const settings = {
  ...bare,
  tagline: 'News of the harbour',
  organisation: { legalName: 'Harbour Trust', email: 'desk@paper.example', address: '1 Quay', foundedYear: 1887 },
}

test.each(['about', 'contact', 'ethics'] as const)(
  '%s of a paper that knows nothing of itself is a page all the same',
  (slug) => {
    const { headline, body } = unwrittenPage(slug, bare)
    expect(headline).toContain('Broadsheet')
    expect(parseBody(body)).toHaveLength(1)
  },
)

test('what the settings know stands on the pages', () => {
  expect(JSON.stringify(unwrittenPage('about', settings))).toMatch(/News of the harbour.*Harbour Trust.*1887/)
  expect(JSON.stringify(unwrittenPage('contact', settings))).toMatch(/1 Quay.*desk@paper\.example/)
})
