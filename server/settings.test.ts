import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '@/server/settings'

test('without an environment the site listens on this machine only, trusts no proxy and shows the demo', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:3000',
    dataDir: resolve('data'),
    trustedProxies: 0,
    edition: 'demo',
    pageStoreMiB: 64,
    pageFiles: null,
    clockFile: null,
    secret: null,
    mail: null,
  })
})

test('an empty value means unset', () => {
  expect(readSettings({ PORT: '', SITE_URL: ' ', EDITION: '' })).toEqual(readSettings({}))
})

test('the public origin follows the port unless it is set', () => {
  expect(readSettings({ PORT: '8080' }).siteUrl).toBe('http://localhost:8080')
  expect(readSettings({ PORT: '8080', SITE_URL: 'https://news.example/' }).siteUrl).toBe('https://news.example')
})

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['HOST', 'a host'],
  ['SITE_URL', 'news.example'],
  ['SITE_URL', 'https://news.example/paper'],
  ['SITE_URL', 'ftp://news.example'],
  ['TRUST_PROXY', 'yes'],
  ['EDITION', 'weekly'],
  ['PAGE_STORE_MIB', '0'],
  ['PAGE_FILES', './data/pages'],
  ['MAIL_FROM', 'nobody'],
])('%s=%s stops the start with its name, its value and the expected value', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(`${name} is "${value}", but it should be `)
})

test.each([{ HOST: '0.0.0.0' }, { SITE_URL: 'https://news.example' }])(
  'a moved clock is refused on a site that others can reach: %o',
  (env) => {
    expect(() => readSettings({ ...env, TEST_CLOCK: 'clock' })).toThrow('TEST_CLOCK')
    expect(readSettings({ TEST_CLOCK: 'clock' }).clockFile).toBe(resolve('clock'))
  },
)

test.each([
  ['SECRET', 'tooshort'],
  ['SMTP_URL', 'https://mail.example'],
])('the value of an invalid %s is not shown, because it is a secret', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(`${name} is not shown here, but it should be `)
})

test('mail needs a server and a sender', () => {
  const mail = { SMTP_URL: 'smtps://desk:word@mail.example:465', MAIL_FROM: 'The Observer <desk@observer.example>' }
  expect(readSettings(mail).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM })
  expect(() => readSettings({ SMTP_URL: mail.SMTP_URL })).toThrow('MAIL_FROM is "", but it should be set')
  expect(() => readSettings({ MAIL_FROM: mail.MAIL_FROM })).toThrow('SMTP_URL is "", but it should be set')
})
