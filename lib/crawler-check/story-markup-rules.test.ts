import { STORY_MARKUP_RULES } from '@/lib/crawler-check/story-markup-rules'
import { inMarkup, inStory, replaceHtml, testRules } from '@/lib/testing/rule-tests'

const PERSON = { '@type': 'Person', name: 'Mirela Osei', url: 'https://paper.example/authors/mirela-osei' }
const PICTURE = { '@type': 'ImageObject', url: 'https://paper.example/media/a.jpg', creditText: 'Ada Marsh' }

testRules(STORY_MARKUP_RULES, {
  'markup/one-story': {
    'two stories': inMarkup('WebSite', (site) => Object.assign(site, { hasPart: { '@type': 'NewsArticle' } })),
    'a story that is not news': inStory({ '@type': 'TechArticle' }),
    'no story': inStory({ '@type': 'CreativeWork' }),
  },
  'markup/headline': { 'another headline': inStory({ headline: 'Trams run again' }) },
  'markup/place': {
    'another address': inStory({ url: 'https://paper.example/city/trams-4' }),
    'another page': inStory({ mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://paper.example/' } }),
  },
  'markup/authors': {
    'no author': inStory({ author: [] }),
    'a bare name': inStory({ author: 'Mirela Osei' }),
    'an author who is neither person nor organisation': inStory({ author: [{ ...PERSON, '@type': 'Thing' }] }),
  },
  'markup/author-names': {
    'two names in one': inStory({ author: [{ ...PERSON, name: 'Mirela Osei and Ada Marsh' }] }),
    'a label in the name': inStory({ author: [{ ...PERSON, name: 'By Mirela Osei' }] }),
    'a title in the name': inStory({ author: [{ ...PERSON, name: 'Mirela Osei, transport writer' }] }),
  },
  'markup/author-pages': {
    'an author without the address of the page': inStory({ author: [{ '@type': 'Person', name: 'Mirela Osei' }] }),
  },
  'markup/pictures': {
    'no picture': inStory({ image: [] }),
    'a very small picture': inStory({ image: [{ ...PICTURE, width: 200, height: 200 }] }),
    'a picture of unknown size': inStory({ image: [PICTURE] }),
  },
  'markup/picture-shapes': { 'only one shape': inStory({ image: [{ ...PICTURE, width: 1200, height: 675 }] }) },
  'markup/picture-rights': {
    'a picture without rights': inStory({
      image: [{ '@type': 'ImageObject', url: PICTURE.url, width: 1200, height: 675 }],
    }),
  },
  'markup/story-complete': {
    'no section': inMarkup('NewsArticle', (story) => delete story.articleSection),
    'no length': inMarkup('NewsArticle', (story) => delete story.wordCount),
    'no publisher': inMarkup('NewsArticle', (story) => delete story.publisher),
  },
  'markup/language': { 'another language': inStory({ inLanguage: 'hi' }) },
  'markup/versions': {
    'a version that the head does not list': { html: replaceHtml(/<link rel="alternate" hreflang="hi"[^>]*>/, '') },
    'versions that structured data does not name': inMarkup('NewsArticle', (story) => delete story.workTranslation),
  },
  'markup/corrections': {
    'a correction only on the page': inMarkup('NewsArticle', (story) => delete story.correction),
    'a correction only in structured data': { html: replaceHtml(/<section id="corrections">.*?<\/section>/s, '') },
  },
})
