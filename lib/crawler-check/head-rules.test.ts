import { crawledPage } from '@/lib/crawler-check/crawled-page'
import { HEAD_RULES } from '@/lib/crawler-check/head-rules'
import { inHead, replaceHtml, testRules, withAddress, withMeta, without } from '@/lib/testing/rule-tests'
import { VALID_ADDRESS } from '@/lib/testing/valid-pages'

testRules(HEAD_RULES, {
  'head/one-title': {
    'two titles': inHead('<title>Again</title>'),
    'no title': without(/<title>.*<\/title>/),
    'an empty title': { html: replaceHtml(/<title>.*<\/title>/, '<title> </title>') },
  },
  'head/description': {
    'two descriptions': inHead('<meta name="description" content="Again"/>'),
    'no description': without(/<meta name="description"[^>]*>/),
    'an empty description': withMeta('description', ' '),
  },
  'head/description-length': {
    'a short description': withMeta('description', 'Trams.'),
    'a long description': withMeta('description', 'Trams run. '.repeat(40)),
  },
  'head/canonical': {
    'no canonical': without(/<link rel="canonical"[^>]*>/),
    'two canonicals': inHead(`<link rel="canonical" href="${VALID_ADDRESS}"/>`),
    'a canonical without a host': { html: replaceHtml(/(rel="canonical" href=)"[^"]*"/, '$1"/city/trams-run-4"') },
    'the canonical of another page': {
      html: replaceHtml(/(rel="canonical" href=)"[^"]*"/, '$1"https://paper.example/city"'),
    },
  },
  'head/robots-words': {
    'two robots tags': inHead('<meta name="robots" content="all"/>'),
    'an unknown directive': withMeta('robots', 'max-image-preview:large, no-snippets'),
    'a contradiction': withMeta('robots', 'index, noindex'),
  },
  'head/large-previews': { 'a small preview': withMeta('robots', 'max-image-preview:standard') },
  'head/in-head': {
    'a title in the body': {
      html: (html) =>
        replaceHtml(
          '<main',
          `${/<title>.*<\/title>/.exec(html)?.[0]}<main`,
        )(replaceHtml(/<title>.*<\/title>/, '')(html)),
    },
    'a paragraph in the head': inHead('<p>Hidden</p>'),
  },
  'head/charset': {
    'another encoding': { html: replaceHtml('charset="utf-8"', 'charset="latin1"') },
    'an encoding declared late': {
      html: (html) =>
        replaceHtml(
          '<title>',
          `<!-- ${'x'.repeat(1100)} --><meta charset="utf-8"/><title>`,
        )(replaceHtml('<meta charset="utf-8"/>', '')(html)),
    },
  },
  'head/viewport': {
    'no viewport': without(/<meta name="viewport"[^>]*>/),
    'no zoom': withMeta('viewport', 'width=device-width, user-scalable=no'),
  },
  'head/language': {
    'no language': { html: replaceHtml('lang="en"', '') },
    'an invalid language': { html: replaceHtml('lang="en"', 'lang="english_words"') },
    'the wrong direction': { html: replaceHtml('dir="ltr"', 'dir="rtl"') },
  },
  'head/duplicates': {
    'two shared addresses': inHead('<meta property="og:url" content="https://paper.example/city"/>'),
  },
  'head/no-refresh': { 'a page that reloads itself': inHead('<meta http-equiv="refresh" content="60"/>') },
  'head/hreflang': {
    'an invalid language': { html: replaceHtml('hreflang="hi"', 'hreflang="hindi_IN"') },
    'one language twice': { html: replaceHtml('hreflang="hi"', 'hreflang="en"') },
    'an address without a host': {
      html: replaceHtml('hreflang="hi" href="https://paper.example', 'hreflang="hi" href="'),
    },
    'a list without this version': without(/<link rel="alternate" hreflang="en"[^>]*>/),
    'this version under another language': { html: replaceHtml('hreflang="en"', 'hreflang="fr"') },
  },
  'head/hreflang-fallback': {
    'no x-default': without(/<link rel="alternate" hreflang="x-default"[^>]*>/),
  },
  'head/hreflang-return': {
    'a version that answers 410': withAddress('/city/trams-hindi-5', { status: 410 }),
    'a version that does not name this one': withAddress('/city/trams-hindi-5', {
      status: 200,
      page: crawledPage({ url: 'https://paper.example/city/trams-hindi-5', status: 200, headers: {}, html: '' }),
    }),
  },
  'head/feeds': {
    'no feed': without(/<link rel="alternate" type="application\/rss\+xml"[^>]*>/),
    'a feed without a title': { html: replaceHtml('title="City" href', 'title="" href') },
  },
  'head/feeds-answer': { 'a feed that answers 404': withAddress('/city/rss.xml', { status: 404 }) },
  'head/identity': { 'no manifest': without(/<link rel="manifest"[^>]*>/) },
})
