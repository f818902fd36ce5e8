import type { Thing } from '@/lib/crawler-check/article-markup'
import { LIST_MARKUP_RULES } from '@/lib/crawler-check/list-markup-rules'
import { inMarkup, replaceHtml, testRules } from '@/lib/testing/rule-tests'
import { VALID_AUTHOR, VALID_LIST } from '@/lib/testing/valid-pages'

testRules(LIST_MARKUP_RULES, {
  'markup/list': {
    'a page that is not a list': inMarkup(
      'CollectionPage',
      (page) => Object.assign(page, { '@type': 'WebPage' }),
      VALID_LIST,
    ),
    'stories out of order': { of: VALID_LIST, html: replaceHtml('"position":2', '"position":3') },
    'a story without a link on the page': {
      of: VALID_LIST,
      html: replaceHtml('href="/city/ferry-7"', 'href="/city/bus-8"'),
    },
    'a story twice': {
      of: VALID_LIST,
      html: replaceHtml('"url":"https://paper.example/city/ferry-7"', '"url":"https://paper.example/city/trams-run-4"'),
    },
  },
  'markup/profile': {
    'another person': { of: VALID_AUTHOR, html: replaceHtml('<h1>Mirela Osei</h1>', '<h1>Ada Marsh</h1>') },
    'no person': inMarkup('ProfilePage', (page) => delete page.mainEntity, VALID_AUTHOR),
  },
  'markup/way': {
    'an empty trail': inMarkup('BreadcrumbList', (way) => Object.assign(way, { itemListElement: [] })),
    'a step without a name': inMarkup('BreadcrumbList', (way) => delete (way.itemListElement as Thing[])[1]?.name),
    'a trail that ends at another page': inMarkup('BreadcrumbList', (way) => {
      ;(way.itemListElement as Thing[]).pop()
    }),
  },
})
