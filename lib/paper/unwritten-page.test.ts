import { expect, test } from 'vitest'
import { parseBody } from '@/lib/article/body'
import { REQUIRED_PAGES } from '@/lib/paper/required-pages'
import { DEFAULT_DISTRIBUTION } from '@/lib/paper/site-settings'
import { unwrittenPage } from '@/lib/paper/unwritten-page'

const bare = {
  name: 'Broadsheet',
  tagline: '',
  language: 'en',
  timeZone: 'UTC',
  organisation: { legalName: '', email: '', address: '', foundedYear: null },
  distribution: DEFAULT_DISTRIBUTION,
}
const settings = {
  ...bare,
  tagline: 'News of the harbour',
  organisation: { legalName: 'Harbour Trust', email: 'desk@paper.example', address: '1 Quay', foundedYear: 1887 },
}

test.each(REQUIRED_PAGES)('%s has content even when the settings are empty', (slug) => {
  const { headline, body } = unwrittenPage(slug, bare)
  expect(headline).toContain('Broadsheet')
  expect(parseBody(body)).toHaveLength(1)
})

test('the pages contain what the settings say', () => {
  expect(JSON.stringify(unwrittenPage('about', settings))).toMatch(/News of the harbour.*Harbour Trust.*1887/)
  expect(JSON.stringify(unwrittenPage('contact', settings))).toMatch(/1 Quay.*desk@paper\.example/)
})
