import { expect, test } from 'vitest'
import { securityTxt } from '@/lib/crawlers/security-txt'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

const { settings } = PUBLICATION
const organisation = { ...settings.organisation, email: 'desk@observer.example' }
const at = (now: string, email = organisation.email) =>
  securityTxt({
    siteUrl: 'https://observer.example',
    settings: { language: 'pt', organisation: { ...organisation, email } },
    now: new Date(now),
  })

test('security.txt names the contact, its end, its languages and its own address (RFC 9116) [security-txt]', () => {
  expect(at('2026-11-26T15:00:00Z').text).toBe(`Contact: mailto:desk@observer.example
Contact: https://observer.example/contact
Expires: 2027-06-01T00:00:00.000Z
Preferred-Languages: pt, en
Canonical: https://observer.example/.well-known/security.txt
`)
})

test('without an e-mail address the contact page is the contact', () => {
  expect(at('2026-11-26T15:00:00Z', '').text).toMatch(/^Contact: https:\/\/observer\.example\/contact\n/)
})

test.each(['2026-01-01T00:00:00Z', '2026-08-31T23:59:59Z', '2028-02-29T12:00:00Z'])(
  'at %s it holds for at least six months and less than a year, until the next text replaces it',
  (now) => {
    const { text, changesAt } = at(now)
    const expires = Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? '')
    const days = (expires - Date.parse(now)) / 86_400_000
    expect(days).toBeGreaterThan(180)
    expect(days).toBeLessThan(365)
    expect(changesAt.getTime()).toBeGreaterThan(Date.parse(now))
    expect(changesAt.getTime()).toBeLessThan(expires)
    expect(at(changesAt.toISOString()).text).not.toBe(text)
  },
)
