import { SOCIAL_RULES } from '@/lib/crawler-check/social-rules'
import { testRules, withAddress, withMeta, without } from '@/lib/testing/rule-tests'

testRules(SOCIAL_RULES, {
  'social/complete': { 'no name of the paper': without(/<meta property="og:site_name"[^>]*>/) },
  'social/type': { 'a website': withMeta('og:type', 'website') },
  'social/address': { 'another address': withMeta('og:url', 'https://paper.example/city/trams-run-4?from=share') },
  'social/same-words': {
    'another title': withMeta('og:title', 'You will not believe this tram'),
    'another description': withMeta('og:description', 'Look at that tram.'),
  },
  'social/card': { 'a small card': withMeta('twitter:card', 'summary') },
  'social/picture': {
    'no picture': without(/<meta property="og:image"[^>]*>/),
    'a picture without a host': withMeta('og:image', '/media/tram-social-600x400.jpeg'),
    'a picture without alt text': without(/<meta property="og:image:alt"[^>]*>/),
  },
  'social/picture-size': { 'a small picture': withMeta('og:image:width', '800') },
  'social/picture-answers': {
    'a picture that answers 404': withAddress('/media/tram-social-600x400.jpeg', { status: 404 }),
    'a picture of another size': withAddress('/media/tram-social-600x400.jpeg', {
      status: 200,
      widthPx: 600,
      heightPx: 315,
    }),
  },
  'social/section': { 'no section': without(/<meta property="article:section"[^>]*>/) },
})
