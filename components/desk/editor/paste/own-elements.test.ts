import { describe, expect, it } from 'vitest'
import { elementsFrom, ORIGIN, paragraph, pasted } from './testing/pasted-body'

describe('a page of this paper', () => {
  const OWN = `<h2 id="e2">What changes</h2>
    <p>The <strong>Dunlin</strong> sails.</p>
    <aside data-element="also-read"><a href="${ORIGIN}/transport/the-last-ferry-42"><span lang="en">Also read:</span> <span>The last ferry</span></a></aside>
    <aside data-element="also-read"><a href="https://tides.example/" rel="external noopener"><span>Also read:</span> <span>Tide tables</span><span aria-hidden="true"> ↗</span></a></aside>
    <aside data-element="related-news"><p>Related News <span aria-hidden="true">|</span></p><ul><li><a href="/city/trams-4"><span>Trams run</span></a></li><li><a href="/city/buses-5"><span>Buses begin</span></a></li></ul></aside>
    <aside data-element="fact-box"><p>The Dunlin</p><p>Built in 1986.</p><ul><li>200 seats</li></ul></aside>
    <aside data-element="pull-quote"><p>We sail.</p><p>Wanda Pirrie</p></aside>
    <figure><blockquote><p>The tide decides.</p></blockquote><figcaption>Wanda Pirrie</figcaption></figure>
    <p data-element="embed"><a href="https://vimeo.com/1084537"><span>Watch on Vimeo</span> <span>The crossing</span></a></p>
    <figure data-picture="7"><picture><source srcset="/media/a.avif"><img src="${ORIGIN}/media/a.jpeg"></picture><figcaption>The quay <span>M. Osei</span></figcaption></figure>
    <div data-element="live-entry"><a href="#e9"><time datetime="2026-11-23T05:30:00Z">5.30</time></a><h2 id="e9">The gale ends</h2></div><hr>`

  it('comes back as the blocks that it shows', () => {
    expect(elementsFrom(OWN)).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'What changes' }] },
      paragraph({ text: 'The ' }, { text: 'Dunlin', marks: ['bold'] }, { text: ' sails.' }),
      {
        type: 'also-read',
        target: { kind: 'sought', words: 'The last ferry', url: `${ORIGIN}/transport/the-last-ferry-42` },
      },
      { type: 'also-read', target: { kind: 'external', url: 'https://tides.example/', label: 'Tide tables' } },
      {
        type: 'related-news',
        articles: [],
        sought: [
          { words: 'Trams run', url: `${ORIGIN}/city/trams-4` },
          { words: 'Buses begin', url: `${ORIGIN}/city/buses-5` },
        ],
      },
      {
        type: 'fact-box',
        title: 'The Dunlin',
        elements: [
          { type: 'paragraph', id: null, text: [{ text: 'Built in 1986.' }] },
          { type: 'list', id: null, ordered: false, items: [[{ text: '200 seats' }]] },
        ],
      },
      { type: 'pull-quote', text: 'We sail.', attribution: 'Wanda Pirrie' },
      { type: 'quote', text: [{ text: 'The tide decides.' }], attribution: 'Wanda Pirrie' },
      { type: 'embed', provider: 'vimeo', url: 'https://vimeo.com/1084537', title: 'The crossing' },
      { type: 'image', media: 7, caption: 'The quay', credit: 'M. Osei' },
      { type: 'heading', level: 2, text: [{ text: 'The gale ends' }], at: Date.parse('2026-11-23T05:30:00Z') },
      { type: 'divider' },
    ])
    expect(pasted(OWN).leftOut.sentences).toEqual([])
  })
})
