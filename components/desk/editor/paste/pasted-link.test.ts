import { describe, expect, it } from 'vitest'
import { elementsFrom } from './testing/pasted-body'

describe('links', () => {
  const link = (href: string) => {
    const [element] = elementsFrom(`<p><a href="${href.replaceAll('&', '&amp;')}">here</a></p>`)
    const [span] = element?.type === 'paragraph' ? element.text : []
    return span?.link?.to === 'web' ? span.link.href : null
  }

  it.each([
    ['https://www.google.com/url?q=https%3A%2F%2Ftides.example%2Fa%3Fb%3D1&sa=D', 'https://tides.example/a?b=1'],
    ['https://www.google.co.uk/url?sa=t&url=https://tides.example/', 'https://tides.example/'],
    [
      'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftides.example%2Fa&data=05',
      'https://tides.example/a',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Ftides.example%2Fa%3Ffbclid%3DIwAR1&h=AT', 'https://tides.example/a'],
    ['https://l.instagram.com/?u=https%3A%2F%2Ftides.example%2F&e=x', 'https://tides.example/'],
    ['https://www.youtube.com/redirect?q=https%3A%2F%2Ftides.example%2F', 'https://tides.example/'],
    ['https://urldefense.com/v3/__https://tides.example/a__;!!x$', 'https://tides.example/a'],
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__tides.example_a&d=x', 'https://tides.example/a'],
    ['https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly90aWRlcy5leGFtcGxlLw&ntb=1', 'https://tides.example/'],
    ['https://www.google.com/amp/s/tides.example/a', 'https://tides.example/a'],
    [
      'https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Ftides.example%252F',
      'https://tides.example/',
    ],
    ['https://www.google.com/search?q=tides', 'https://www.google.com/search?q=tides'],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['/transport/the-last-ferry-42', 'https://observer.example/transport/the-last-ferry-42'],
    ['//tides.example/a', 'https://tides.example/a'],
    ['tel:+351213456789', 'tel:+351213456789'],
    ['mailto:desk@observer.example', 'mailto:desk@observer.example'],
    ['https://en.wikipedia.example/wiki/Mercury_(planet)', 'https://en.wikipedia.example/wiki/Mercury_(planet)'],
    ['#note', null],
    ['javascript:alert(1)', null],
    ['file:///C:/notes.doc', null],
  ])('%s leads to %s', (href, target) => {
    expect(link(href)).toBe(target)
  })
})
