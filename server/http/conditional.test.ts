import { describe, expect, test } from 'vitest'
import { encodedEtag, notModifiedEtag } from '@/server/http/conditional'

const ETAG = '"front-page"'
const CHANGED = new Date('2026-11-23T08:00:00.900Z')
const SAME_SECOND = 'Mon, 23 Nov 2026 08:00:00 GMT'
const SECOND_BEFORE = 'Mon, 23 Nov 2026 07:59:59 GMT'
const validators = { identityEtag: ETAG, lastModified: CHANGED }

const etagFor = (headers: Record<string, string>) => notModifiedEtag(headers, validators)

test('a request without a condition is answered in full', () => {
  expect(etagFor({})).toBeNull()
})

describe('If-None-Match', () => {
  test.each([
    ['the ETag', ETAG, ETAG],
    ['the ETag with spaces around it', ` ${ETAG} `, ETAG],
    ['the ETag as a weak one', `W/${ETAG}`, ETAG],
    ['a list with the ETag', `"other", W/"another", ${ETAG}`, ETAG],
    ['the ETag of another encoding', encodedEtag(ETAG, 'br1k'), '"front-page.br1k"'],
    ['the ETag of an encoding in a list', `"other",W/${encodedEtag(ETAG, 'gzip')}`, '"front-page.gzip"'],
    ['any ETag', '*', ETAG],
    ['any ETag with spaces', ' * ', ETAG],
  ])('%s is answered 304', (_what, ifNoneMatch, expected) => {
    expect(etagFor({ 'if-none-match': ifNoneMatch })).toBe(expected)
  })

  test.each([
    ['another ETag', '"other"'],
    ['the beginning of the ETag', '"front'],
    ['an ETag that only begins like ours', '"front-page-two"'],
    ['an encoding without its closing quote', '"front-page.br'],
    ['a bare word', 'front-page'],
    ['nothing', ''],
    ['an asterisk in a list', '"other", *'],
  ])('%s is answered in full', (_what, ifNoneMatch) => {
    expect(etagFor({ 'if-none-match': ifNoneMatch })).toBeNull()
  })

  test('takes precedence over If-Modified-Since', () => {
    expect(etagFor({ 'if-none-match': '"other"', 'if-modified-since': SAME_SECOND })).toBeNull()
    expect(etagFor({ 'if-none-match': ETAG, 'if-modified-since': SECOND_BEFORE })).toBe(ETAG)
  })
})

describe('If-Modified-Since', () => {
  test('the second of the last change, or a later one, gets 304', () => {
    expect(etagFor({ 'if-modified-since': SAME_SECOND })).toBe(ETAG)
    expect(etagFor({ 'if-modified-since': 'Tue, 24 Nov 2026 08:00:00 GMT' })).toBe(ETAG)
  })

  test.each([SECOND_BEFORE, 'yesterday', ''])('%s is answered in full', (ifModifiedSince) => {
    expect(etagFor({ 'if-modified-since': ifModifiedSince })).toBeNull()
  })
})

test('a 304 to a date or to any ETag carries the ETag of the response that would be sent, when it is given', () => {
  const etag = encodedEtag(ETAG, 'br')
  for (const headers of [{ 'if-none-match': '*' }, { 'if-modified-since': SAME_SECOND }]) {
    expect(notModifiedEtag(headers, { ...validators, etag })).toBe(etag)
  }
})
