import { BODY_RULES } from '@/lib/crawler-check/body-rules'
import { inText, replaceHtml, testRules, withAddress } from '@/lib/testing/rule-tests'

testRules(BODY_RULES, {
  'body/one-h1': {
    'a second heading': inText('<h1>Again</h1>'),
    'no heading': { html: (html) => html.replaceAll('h1>', 'h2>') },
    'an empty heading': { html: replaceHtml(/<h1>.*<\/h1>/, '<h1></h1>') },
  },
  'body/headline': {
    'a different headline in structured data': { html: replaceHtml('"headline":"Trams', '"headline":"Some trams') },
  },
  'body/words': { 'a story without text': { html: replaceHtml(/<p>The first tram[\s\S]*late\.<\/p>/, '') } },
  'body/enough-words': { 'a story of one line': { html: replaceHtml(/<p>The first tram[\s\S]*?<\/p>/, '') } },
  'body/main': { 'no main part': { html: (html) => html.replaceAll('main', 'div') } },
  'body/ids': { 'an id that occurs twice': inText('<p id="main">Again</p>') },
  'body/picture-words': {
    'a picture without alt': inText('<img src="/media/x.jpeg" width="10" height="10"/>'),
    'a picture of the story with an empty alt text': {
      html: replaceHtml('height="800" alt="A tram at dawn"', 'height="800" alt=""'),
    },
  },
  'body/picture-size': { 'a picture without a size': { html: replaceHtml('width="1200" height="800"', '') } },
  'body/pictures-answer': {
    'a picture that answers 404': withAddress('/media/tram-600.jpeg', { status: 404 }),
    'a picture narrower than declared': withAddress('/media/tram-600.jpeg', {
      status: 200,
      widthPx: 300,
      heightPx: 200,
    }),
    'a picture of another shape': withAddress('/media/tram-1200.jpeg', { status: 200, widthPx: 1200, heightPx: 1200 }),
  },
  'body/links-real': {
    'a link without a target': inText('<p><a href="#">More</a></p>'),
    'a link that runs a script': inText('<p><a href="javascript:void(0)">More</a></p>'),
    'a link without text': inText('<p><a href="/city"></a></p>'),
    'a link to a missing anchor': inText('<p><a href="#notes">Notes</a></p>'),
    'a link to an invalid URL': inText('<p><a href="https://">More</a></p>'),
  },
  'body/links-answer': { 'a link to a story that answers 410': withAddress('/city/depot-6', { status: 410 }) },
  'body/links-straight': { 'a link to an old address': withAddress('/city/depot-6', { status: 308 }) },
  'body/blocks': {
    'a block with a story that answers 410': withAddress('/city/ferry-7', { status: 410 }),
    'an empty block': inText('<aside data-element="related-news"></aside>'),
  },
  'body/scripts': {
    'a script of another site': inText('<script src="https://elsewhere.example/tag.js"></script>'),
    'an inline script': inText('<script>count()</script>'),
    'an event handler attribute': inText('<p onclick="count()">Press</p>'),
  },
  'body/own-host': {
    'a picture of another site': inText('<img src="https://elsewhere.example/x.gif" width="1" height="1" alt=""/>'),
  },
})
