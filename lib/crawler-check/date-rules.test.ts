import { expect, it } from 'vitest'
import { DATE_RULES } from '@/lib/crawler-check/date-rules'
import { findingsOfBreak, inText, replaceHtml, testRules, withMeta, without } from '@/lib/testing/rule-tests'

testRules(DATE_RULES, {
  'dates/shown': {
    'no date': { html: (html) => html.replaceAll(/<time[^>]*>([^<]*)<\/time>/g, '$1') },
    'a date below the text': {
      html: (html) =>
        replaceHtml(
          '<p>Nobody',
          '<p><time datetime="2026-11-23T06:30:00+01:00">23 November 2026, 06:30</time></p><p>Nobody',
        )(html.replaceAll(/<p>[^<]*<time[^>]*>[^<]*<\/time><\/p>/g, '')),
    },
    'three dates': {
      html: replaceHtml(
        '<p>Updated',
        '<p><time datetime="2026-11-22T06:30:00+01:00">22 November 2026, 06:30</time></p><p>Updated',
      ),
    },
  },
  'dates/in-words': { 'a day without a year': { html: replaceHtml('23 November 2026, 06:30 CET', '23 November') } },
  'dates/with-zone': {
    'no zone on the page': {
      html: replaceHtml('<time datetime="2026-11-23T06:30:00+01:00"', '<time datetime="2026-11-23T06:30:00"'),
    },
    'no zone in the structured data': {
      html: replaceHtml('"datePublished":"2026-11-23T06:30:00+01:00"', '"datePublished":"2026-11-23"'),
    },
    'no zone for social networks': withMeta('article:modified_time', '2026-11-23 08:00'),
  },
  'dates/told-to-all': {
    'no date in the structured data': { html: replaceHtml(/"datePublished":"[^"]*",/, '') },
    'no date for social networks': without(/<meta property="article:modified_time"[^>]*>/),
  },
  'dates/agree': {
    'another date in the structured data': {
      html: replaceHtml(/("datePublished":)"[^"]*"/, '$1"2026-11-23T06:00:00+01:00"'),
    },
    'another update for social networks': withMeta('article:modified_time', '2026-11-23T08:01:00+01:00'),
  },
  'dates/update-shown': { 'an update that is not shown': without(/<p>Updated.*<\/p>/) },
  'dates/in-order': {
    'an update before publication': {
      html: (html) => html.replaceAll('2026-11-23T08:00:00+01:00', '2026-11-22T08:00:00+01:00'),
    },
  },
  'dates/not-ahead': { 'a story from the future': { context: { now: new Date('2026-11-22T12:00:00Z') } } },
  'dates/no-other': {
    'the date of another story': inText('<p><time datetime="2024-03-01T09:00:00Z">1 March 2024</time></p>'),
  },
})

it('the date of a correction is none of the story, also where no paragraph of the story is long', () => {
  const short = (html: string) =>
    html
      .replace(/<p>[^<]{80,}.*?<\/p>/s, '<p>Trams run.</p>')
      .replace(
        '<p>The fare',
        '<p><time datetime="2026-11-23T09:00:00+01:00">23 November 2026, 09:00 CET</time></p><p>The fare',
      )
  const rules = findingsOfBreak({ html: short }).map(({ rule }) => rule)
  expect(rules.filter((rule) => rule.startsWith('dates/'))).toEqual([])
})
