import { NEWS_RULES } from '@/lib/crawler-check/news-rules'
import { replaceHtml, testRules, withAddress, withMeta } from '@/lib/testing/rule-tests'
import { VALID_ADDRESS } from '@/lib/testing/valid-pages'

testRules(NEWS_RULES, {
  'news/byline': {
    'no author': { html: replaceHtml(/"author":\[.*?\]/, '"author":[]') },
    'an author only in structured data': { html: replaceHtml('"name":"Mirela Osei"', '"name":"Somebody Else"') },
  },
  'news/profile': {
    'a byline without a page': { html: replaceHtml(/<a href="[^"]*" rel="author">([^<]*)<\/a>/, '$1') },
  },
  'news/profile-answers': { 'an author page that answers 404': withAddress('/authors/mirela-osei', { status: 404 }) },
  'news/label': { 'an unlabelled opinion': { html: replaceHtml('"NewsArticle"', '"OpinionNewsArticle"') } },
  'news/policies': { 'no link to the ethics page': { html: replaceHtml('<a href="/ethics">Ethics</a>', '') } },
  'news/headline-length': {
    'a very long headline': {
      html: (html) => html.replaceAll('Trams run to the harbour again', `Trams ${'run '.repeat(30)}again`),
    },
  },
  'news/headline-alone': {
    'the name of the paper after the headline': {
      html: (html) => html.replaceAll('Trams run to the harbour again', 'Trams run | The Broadsheet'),
    },
    'the name of the paper before the headline': {
      html: (html) => html.replaceAll('Trams run to the harbour again', 'The Broadsheet: trams run'),
    },
  },
  'news/picture': { 'a small picture': withMeta('og:image:width', '800') },
  'news/sitemap': {
    'a new story that is not listed': { context: { newsSitemap: new Map() } },
    'an old story that is listed': { context: { now: new Date('2026-11-25T12:00:00Z') } },
    'a story that must not be listed but is': withMeta('robots', 'noindex'),
    'another date of publication': { context: { newsSitemap: new Map([[VALID_ADDRESS, '2026-11-23T06:00:00Z']]) } },
  },
})
