import { MARKUP_RULES } from '@/lib/crawler-check/markup-rules'
import { inMarkup, inStory, replaceHtml, testRules } from '@/lib/testing/rule-tests'
import { VALID_FRONT } from '@/lib/testing/valid-pages'

const PICTURE = { '@type': 'ImageObject', url: 'https://paper.example/media/a.jpg', creditText: 'Ada Marsh' }

testRules(MARKUP_RULES, {
  'markup/readable': {
    'invalid JSON': { html: replaceHtml('{"@context":', '{"@context"') },
    'another vocabulary': {
      html: replaceHtml('"@context":"https://schema.org"', '"@context":"https://elsewhere.example"'),
    },
  },
  'markup/no-gaps': {
    'an empty name': inMarkup('WebSite', (site) => Object.assign(site, { name: '' })),
    'the text undefined': inStory({ articleSection: 'undefined' }),
    'a picture without a size': inStory({ image: [{ ...PICTURE, width: 0, height: 675 }] }),
  },
  'markup/addresses': {
    'a path without a host': inStory({ image: [{ ...PICTURE, url: '/media/a.jpg', width: 1200, height: 675 }] }),
    'a licence without a host': inStory({ image: [{ ...PICTURE, license: 'licence.html', width: 1200, height: 675 }] }),
  },
  'markup/references': {
    'a site that is not described': inStory({ isPartOf: { '@id': 'https://paper.example/#other' } }),
  },
  'markup/paper': {
    'a paper without a logo': inMarkup('NewsMediaOrganization', (paper) => delete paper.logo),
    'a paper without a policy': inMarkup('NewsMediaOrganization', (paper) => delete paper.publishingPrinciples),
    'a policy on another site': inMarkup('NewsMediaOrganization', (paper) =>
      Object.assign(paper, { correctionsPolicy: 'https://elsewhere.example/' }),
    ),
    'a paper without a contact': inMarkup('NewsMediaOrganization', (paper) => delete paper.contactPoint),
  },
  'markup/site': {
    'a site without search': inMarkup('WebSite', (site) => delete site.potentialAction, VALID_FRONT),
    'a search without a placeholder': { of: VALID_FRONT, html: replaceHtml('{search_term_string}', 'harbour') },
  },
})
