import { STATUS_RULES } from '@/lib/crawler-check/status-rules'
import { inText, replaceHtml, testRules, withMeta } from '@/lib/testing/rule-tests'
import { VALID_ARTICLE, VALID_NOTICE } from '@/lib/testing/valid-pages'

testRules(STATUS_RULES, {
  'status/found': { 'a server error': { status: 500 } },
  'status/no-soft-404': { 'a page at an invented address': { context: { isInvented: true } } },
  'status/one-hop': { 'two redirects': { context: { redirectCount: 2 } } },
  'status/listed': { 'a page that must not be listed': withMeta('robots', 'noindex') },
  'status/absent': { 'a notice that may be listed': { of: VALID_NOTICE, html: replaceHtml('noindex', 'index') } },
  'status/html': {
    'no encoding': { headers: { 'content-type': 'text/html' } },
    'no document type': { html: replaceHtml('<!DOCTYPE html>', '') },
    'a truncated page': { html: replaceHtml('</html>', '') },
  },
  'status/validators': {
    'a weak ETag': { headers: { etag: 'W/"a"' } },
    'no ETag': { headers: { etag: undefined } },
    'no Last-Modified': { headers: { 'last-modified': undefined } },
    'a Last-Modified in the future': { headers: { 'last-modified': 'Tue, 24 Nov 2026 07:00:00 GMT' } },
  },
  'status/not-modified': { 'a full response to an ETag': { context: { revalidatedStatus: 200 } } },
  'status/weight': { 'two megabytes': inText(`<p>${'word '.repeat(420_000)}</p>`) },
  'status/robots-agree': { 'noindex only in the header': { headers: { 'x-robots-tag': 'noindex' } } },
  'status/no-cookies': { 'a cookie': { headers: { 'set-cookie': 'reader=1' } } },
  'status/shared': {
    'a private page': { headers: { 'cache-control': 'private, max-age=0' } },
    'no Cache-Control': { headers: { 'cache-control': undefined } },
  },
  'status/same-for-all': {
    'a different page without a User-Agent': {
      context: { anonymous: { ...VALID_ARTICLE, html: '<p>Who are you?</p>' } },
    },
    'a different status without a User-Agent': { context: { anonymous: { ...VALID_ARTICLE, status: 403 } } },
  },
  'status/soon': { 'a slow response': { context: { responseMs: 900 } } },
})
