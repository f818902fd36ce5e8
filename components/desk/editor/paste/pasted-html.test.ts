import { DOMParser as StoryParser } from '@tiptap/pm/model'
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '@/components/desk/editor/document/body-document'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import { pastedHtml } from '@/components/desk/editor/paste/pasted-html'
import { pastedText } from '@/components/desk/editor/paste/pasted-text'
import { clipboardHtml, isCopiedHere } from '@/components/desk/editor/paste/story-clipboard'
import { type Body, draftBodySchema, plainText, type Text } from '@/lib/article/body'
import { HOSTILE_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'

const schema = storySchema()

const ORIGIN = 'https://observer.example'

const parse = (html: string) =>
  new DOMParser().parseFromString(
    `<!doctype html><html><body>${html}</body></html>`,
    'text/html',
  ) as unknown as Document

const pasted = (html: string) => pastedHtml(html, parse, ORIGIN)

/** The body that a paste comes to; in the editor a plugin gives the ids. */
function bodyFrom(html: string): Body {
  const clipboard = clipboardHtml(pasted(html).elements, schema, parse(''))
  const { children } = StoryParser.fromSchema(schema).parse(parse(clipboard).body, { preserveWhitespace: true })
  const numbered = children.map((node, place) => node.type.create({ ...node.attrs, id: `e${place}` }, node.content))
  return bodyOf(schema.topNodeType.create(null, numbered))
}

const elements = (html: string) => bodyFrom(html).map(({ id: _, ...element }) => element)

const paragraph = (...text: object[]) => ({ type: 'paragraph', text })

describe('from Word', () => {
  const item = (marker: string, words: string) =>
    `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

  it('paragraphs that pose as a list are a list, without their bullets', () => {
    expect(elements(item('·', 'Fewer boats') + item('·', 'More buses'))).toEqual([
      { type: 'list', ordered: false, items: [[{ text: 'Fewer boats' }], [{ text: 'More buses' }]] },
    ])
  })

  it('numbers make an ordered list', () => {
    expect(elements(item('1.', 'First the tide') + item('2.', 'Then the wind'))).toMatchObject([
      { type: 'list', ordered: true },
    ])
  })

  it('conditional comments, styles and its own elements are left out', () => {
    const copy = `<!--[if gte mso 9]><xml><w:WordDocument>Print</w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0}</style>
      <p class=MsoNormal><b style='mso-bidi-font-weight:normal'>The Dunlin</b> sails<o:p>&nbsp;</o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`
    expect(elements(copy)).toEqual([paragraph({ text: 'The Dunlin', marks: ['bold'] }, { text: ' sails' })])
  })

  it('a title is a heading', () => {
    expect(elements('<p class=MsoTitle>What changes</p>')).toMatchObject([{ type: 'heading', level: 2 }])
  })
})

describe('words that are no copy', () => {
  const told = (html: string) => pasted(html).leftOut.sentences.join(' ')

  it('struck text and deletions are left out and told', () => {
    const copy = '<p>The minister <s>took bribes</s><del class="msoDel">often </del>denied it</p>'
    expect(elements(copy)).toEqual([paragraph({ text: 'The minister denied it' })])
    expect(told(copy)).toBe('Struck text was left out: “took bribes”, “often”.')
    expect(elements('<p><span style="text-decoration: line-through">took bribes</span>denied it</p>')).toEqual([
      paragraph({ text: 'denied it' }),
    ])
  })

  it('comments of Word are left out and told', () => {
    const copy = `<p class=MsoNormal>Boats sail<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[W1]</a></span> at six.</p>
      <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Check with the board</p></div></div></div>`
    expect(elements(copy)).toEqual([paragraph({ text: 'Boats sail at six.' })])
    expect(told(copy)).toBe('One comment was left out.')
  })

  it('comments of Google Docs are left out and told', () => {
    const copy = `<p>Boats sail<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> at six.</p><div style="border:1px solid"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Check with the board</span></p></div>`
    expect(elements(copy)).toEqual([paragraph({ text: 'Boats sail at six.' })])
    expect(told(copy)).toBe('One comment was left out.')
  })

  it.each([
    ['<p>Quay</p><img src="https://a.example/q.jpg">', 'One picture was left out. Save it and upload it here'],
    ['<p>Quay</p><img src="file:///q.png"><img src="data:image/png;base64,AA==">', '2 pictures were left out.'],
    ['<p>Quay</p><svg width="40"><text>Map</text></svg>', 'One picture was left out.'],
    ['<p>Quay</p><picture><source srcset="q.avif"><img src="q.jpg"></picture>', 'One picture was left out.'],
    [
      '<table><tr><td>Quay<img src="q.jpg"></td><td>Six</td></tr><tr><td>Pier</td><td>9</td></tr></table>',
      'One picture',
    ],
    ['<ul><li>Quay<img src="q.jpg"></li></ul>', 'One picture was left out.'],
    [
      '<p>Quay</p><video src="q.mp4">Fallback</video><iframe src="https://a.example"></iframe>',
      '2 films, sounds or frames',
    ],
    ['<p>Quay</p><button>Share</button><input value="x">', '2 buttons or form fields were left out.'],
    ['<p><a href="#fn1">1</a> and <a href="javascript:alert(1)">more</a></p>', '“1”, “more”'],
  ])('what is left out of %s is told', (html, sentence) => {
    expect(told(html)).toContain(sentence)
  })

  it('nothing is told where nothing is missing', () => {
    expect(told('<p>Quay<img width="1" src="https://a.example/dot.gif"></p><script>1</script><style>p{}</style>')).toBe(
      '',
    )
  })
})

describe('words that a browser shows', () => {
  it.each([
    ['First line<br>Second line', ['First line', 'Second line']],
    ['<p>First line<b><br></b>Second line</p>', ['First line', 'Second line']],
    ['<pre>one\n  two</pre>', ['one', '  two']],
    [
      '<figure><img alt="Quay" src="q.jpg"><figcaption>The quay</figcaption></figure><p>Boats</p>',
      ['The quay', 'Boats'],
    ],
    ['<div>Harbour</div>Town<section>Hill</section>', ['Harbour', 'Town', 'Hill']],
    ['<p>10\u00a0000\u00a0€</p>', ['10\u00a0000\u00a0€']],
    ['<p>He said <q lang="en">we <q>sail</q></q>.</p>', ['He said “we ‘sail’”.']],
    ['<p lang="de">Er sagte <q>wir fahren</q>.</p>', ['Er sagte „wir fahren“.']],
    ['<p>We sail <img class="emoji" alt="⛴️" src="https://a.example/26f4.png"> today</p>', ['We sail ⛴️ today']],
    ['<p>Flags <img alt="🇵🇹" src="x"><img alt="👩‍🚀" src="x"></p>', ['Flags 🇵🇹👩‍🚀']],
    ['<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby></p>', ['東京(とうきょう)']],
    ['<p><span style="float:left">T</span>he ferry</p>', ['The ferry']],
    ['<style>.x{display:none}</style><p>Boats <span class="x">not </span>sail</p>', ['Boats sail']],
    ['<p>a</p><p>&nbsp;</p><p>b</p>', ['a', 'b']],
  ])('%s', (html, lines) => {
    const words = elements(html).map((element) => ('text' in element ? plainText(element.text as Text) : ''))
    expect(words).toEqual(lines)
  })

  it('what is raised or lowered stays so', () => {
    expect(elements('<p>10<sup>6</sup> t CO<span style="vertical-align:sub;font-size:0.6em">2</span></p>')).toEqual([
      paragraph(
        { text: '10' },
        { text: '6', marks: ['superscript'] },
        { text: ' t CO' },
        { text: '2', marks: ['subscript'] },
      ),
    ])
  })

  it('a formula is its words', () => {
    const math =
      '<p>So <math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math> or <math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>.</p>'
    expect(elements(math)).toEqual([
      paragraph({ text: 'So E=mc' }, { text: '2', marks: ['superscript'] }, { text: ' or 1/(a+b).' }),
    ])
    const wikipedia =
      '<p>So <span style="display:none"><math><mi>x</mi></math></span><img alt="{\\displaystyle x}" src="x.svg"> is</p>'
    expect(elements(wikipedia)).toEqual([paragraph({ text: 'So x is' })])
    expect(pasted(wikipedia).leftOut.sentences).toEqual([])
  })

  it('lists go on with their number', () => {
    expect(elements('<ol start="4"><li>Tide</li><li>Wind</li><li value="9">Rain</li></ol>')).toEqual([
      { type: 'list', ordered: true, start: 4, items: [[{ text: 'Tide' }], [{ text: 'Wind' }]] },
      { type: 'list', ordered: true, start: 9, items: [[{ text: 'Rain' }]] },
    ])
    expect(elements('<ol><li>Tide<ul><li>Spring</li></ul></li><li>Wind</li></ol>')).toEqual([
      { type: 'list', ordered: true, items: [[{ text: 'Tide' }]] },
      { type: 'list', ordered: false, items: [[{ text: 'Spring' }]] },
      { type: 'list', ordered: true, start: 2, items: [[{ text: 'Wind' }]] },
    ])
    expect(elements('<ol reversed><li>Two</li><li>One</li></ol>')).toMatchObject([{ start: 2 }, { type: 'list' }])
  })
})

describe('tables', () => {
  const table = (html: string) => {
    const [element] = elements(`<table>${html}</table>`)
    if (element?.type !== 'table') throw new Error('no table arrived')
    return [element.header, ...element.rows].map((row) => row.map((cell) => plainText(cell)))
  }

  it('a cell over several rows leaves those below it empty', () => {
    expect(
      table(
        '<tr><th>Day</th><th>Time</th><th>Fare</th></tr><tr><td rowspan="2">Monday</td><td>6.00</td><td>3</td></tr><tr><td>9.00</td><td>2</td></tr>',
      ),
    ).toEqual([
      ['Day', 'Time', 'Fare'],
      ['Monday', '6.00', '3'],
      ['', '9.00', '2'],
    ])
  })

  it('heads in two rows become one, each over its own figures', () => {
    expect(
      table(
        '<thead><tr><th rowspan="2">Line</th><th colspan="2">2024</th></tr><tr><th>Adult</th><th>Child</th></tr></thead><tbody><tr><td>1</td><td>3</td><td>2</td></tr></tbody>',
      ),
    ).toEqual([
      ['Line', '2024 Adult', '2024 Child'],
      ['1', '3', '2'],
    ])
    expect(
      table(
        '<tr><td rowspan=2>Line</td><td colspan=2>Fare</td></tr><tr><td>2023</td><td>2024</td></tr><tr><td>1</td><td>3</td><td>2</td></tr>',
      ),
    ).toEqual([
      ['Line', 'Fare 2023', 'Fare 2024'],
      ['1', '3', '2'],
    ])
  })

  it('a cell over rows and columns moves what follows it', () => {
    expect(
      table(
        '<tr><th>A</th><th>B</th><th>C</th></tr><tr><td colspan="2" rowspan="2">no boats</td><td>1</td></tr><tr><td>2</td></tr><tr><td>x</td><td>y</td><td>3</td></tr>',
      ),
    ).toEqual([
      ['A', 'B', 'C'],
      ['no boats', '', '1'],
      ['', '', '2'],
      ['x', 'y', '3'],
    ])
  })

  it('a first row across the whole table is its caption', () => {
    expect(
      elements(
        '<table><tr><td colspan="2">Fares in crowns</td></tr><tr><td>Line</td><td>Fare</td></tr><tr><td>1</td><td>3</td></tr></table>',
      ),
    ).toMatchObject([{ type: 'table', caption: 'Fares in crowns', rows: [[[{ text: '1' }], [{ text: '3' }]]] }])
  })
})

describe('links', () => {
  const link = (href: string) => {
    const [element] = elements(`<p><a href="${href.replaceAll('&', '&amp;')}">here</a></p>`)
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

describe('the two blocks', () => {
  const blocks = (html: string) => elements(html).filter(({ type }) => type !== 'paragraph')
  const also = (words: string, url?: string) => ({
    type: 'also-read',
    target: { kind: 'sought', words, ...(url && { url }) },
  })
  const related = (...sought: object[]) => ({ type: 'related-news', articles: [], sought })
  const FERRY = 'https://observer.example/transport/the-last-ferry-42'

  it.each([
    ['<p>Also read: The last ferry</p>', [also('The last ferry')]],
    ['<p><b>Also Read</b>: The last ferry</p>', [also('The last ferry')]],
    [
      '<p><strong>ALSO READ |</strong> <a href="/transport/the-last-ferry-42">The last ferry</a></p>',
      [also('The last ferry', FERRY)],
    ],
    [
      '<p><b>Also read</b> <a href="https://tribune.example/a">No boats</a></p>',
      [also('No boats', 'https://tribune.example/a')],
    ],
    [
      '<h4>Also read:</h4><ul><li><a href="https://tribune.example/a">No boats</a></li><li>Tides</li></ul>',
      [also('No boats', 'https://tribune.example/a'), also('Tides')],
    ],
    [
      '<p>Related News | The last ferry | Tides turn</p>',
      [related({ words: 'The last ferry' }, { words: 'Tides turn' })],
    ],
    [
      '<p>Related News |</p><p>The last ferry</p><p>Tides turn</p><p>The board met on Monday.</p>',
      [related({ words: 'The last ferry' }, { words: 'Tides turn' })],
    ],
    [
      '<h3>Related news</h3><ul><li><a href="/transport/the-last-ferry-42">The last ferry</a></li><li>Tides turn</li></ul>',
      [related({ words: 'The last ferry', url: FERRY }, { words: 'Tides turn' })],
    ],
  ])('%s', (html, expected) => {
    expect(blocks(html)).toEqual(expected)
  })

  it.each([
    '<p>Also read the minutes of the meeting.</p>',
    '<p>Related news came from the harbour.</p>',
    '<p>Also read:</p><p>The board met on Monday.</p>',
  ])('a sentence stays a sentence: %s', (html) => {
    expect(blocks(html)).toEqual([])
  })

  it('are found in plain text, where a blank line ends the headlines', () => {
    expect(
      pastedText('Also read: The last ferry\n\nRelated News |\n\n- Tides turn\n- Buses begin\n\nNext day\n'),
    ).toMatchObject([
      also('The last ferry'),
      related({ words: 'Tides turn' }, { words: 'Buses begin' }),
      { type: 'paragraph' },
    ])
  })
})

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
    expect(elements(OWN)).toEqual([
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

describe('from Google Docs', () => {
  it('the wrapper that is a bold and is not makes nothing bold; spans do', () => {
    const copy = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:400">The last ferry </span><span style="font-weight:700;font-style:normal">leaves</span><span style="font-weight:400;font-style:italic"> at six</span></p><br><p dir="ltr"><span>Buses follow.</span></p></b>`
    expect(elements(copy)).toEqual([
      paragraph(
        { text: 'The last ferry ' },
        { text: 'leaves', marks: ['bold'] },
        { text: ' at six', marks: ['italic'] },
      ),
      paragraph({ text: 'Buses follow.' }),
    ])
  })

  it('a list inside a list is one list', () => {
    const copy = '<ul><li><p>Harbour</p></li><ul><li><p>Quay</p></li></ul><li><p>Town</p></li></ul>'
    expect(elements(copy)).toEqual([
      { type: 'list', ordered: false, items: [[{ text: 'Harbour' }], [{ text: 'Quay' }], [{ text: 'Town' }]] },
    ])
  })
})

describe('from the web', () => {
  it('headings keep their order on two levels, without bold', () => {
    expect(elements('<h1>Tides</h1><h4><b>Spring</b></h4>')).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'Tides' }] },
      { type: 'heading', level: 3, text: [{ text: 'Spring' }] },
    ])
  })

  it('a quotation is a quote with who said it', () => {
    expect(elements('<blockquote><p>We sail.</p><footer>— Wanda Pirrie</footer></blockquote>')).toEqual([
      { type: 'quote', text: [{ text: 'We sail.' }], attribution: 'Wanda Pirrie' },
    ])
  })

  it('a line of emoji at the end of a quotation is nobody’s name', () => {
    const copy =
      '<blockquote><p>We sail.</p><p><cite></cite><img alt="🚢" src="https://a.example/1f6a2.png"></p></blockquote>'
    expect(elements(copy)).toEqual([
      { type: 'quote', text: [{ text: 'We sail.' }] },
      { type: 'quote', text: [{ text: '🚢' }] },
    ])
  })

  it('line breaks end paragraphs', () => {
    expect(elements('<div>One<br><br>Two</div><p>Three<br>Four</p>').length).toBeGreaterThanOrEqual(3)
    expect(elements('<p>Three<br>Four</p>')).toEqual([paragraph({ text: 'Three' }), paragraph({ text: 'Four' })])
  })

  it('a table is a rectangle of words', () => {
    const copy =
      '<table><caption>Fares</caption><thead><tr><th>Line</th><th>Fare</th></tr></thead><tbody><tr><td colspan="2"><p>Free</p><p>on Sundays</p></td></tr></tbody></table>'
    expect(elements(copy)).toMatchObject([
      { type: 'table', caption: 'Fares', header: [[{ text: 'Line' }], [{ text: 'Fare' }]], rows: [[[{}], []]] },
    ])
  })

  it('a table of one cell, which lays a page out, is its words', () => {
    expect(elements('<table><tr><td><p>The tide turns.</p></td></tr></table>')).toEqual([
      paragraph({ text: 'The tide turns.' }),
    ])
  })

  it('pictures are left out, and counted but for dots that count readers', () => {
    const copy = pasted('<p>Quay<img src="https://a.example/q.jpg"><img src="https://a.example/dot.gif" width="1"></p>')
    expect(copy.leftOut.pictures).toBe(1)
    expect(copy.elements).toMatchObject([paragraph({ text: 'Quay' })])
  })

  it('links lead to the web or are words', () => {
    expect(elements('<p><a href="https://tides.example/">tides</a> <a href="javascript:alert(1)">now</a></p>')).toEqual(
      [paragraph({ text: 'tides', link: { to: 'web', href: 'https://tides.example/' } }, { text: ' now' })],
    )
  })
})

it('only what was copied in an editor of this site stays as it is', () => {
  const other = '<p data-pm-slice="1 1 []">The <s>tram</s> ferry</p>'
  expect(isCopiedHere(parse(other), ORIGIN)).toBe(false)
  expect(isCopiedHere(parse(other.replace('>', ' data-story-of="https://tribune.example">')), ORIGIN)).toBe(false)
  expect(isCopiedHere(parse(other.replace('>', ` data-story-of="${ORIGIN}">`)), ORIGIN)).toBe(true)
  expect(elements(other)).toEqual([paragraph({ text: 'The ferry' })])
})

it('plain text is a paragraph a line, without blank ones', () => {
  expect(pastedText('The tide\r\n\r\nturns\n')).toMatchObject([
    { type: 'paragraph', text: [{ text: 'The tide' }] },
    { type: 'paragraph', text: [{ text: 'turns' }] },
  ])
})

it('hostile strings become a body that may be saved, and no script', () => {
  for (const string of HOSTILE_STRINGS) {
    const { body: left } = parse(clipboardHtml(pasted(string).elements, schema, parse('')))
    expect(
      left.querySelector('script, iframe, object, embed, img, svg, style, [style], [onclick], [onload]'),
      string,
    ).toBe(null)
    const body = bodyFrom(string)
    expect(draftBodySchema.safeParse(body).success, string).toBe(true)
    expect(JSON.stringify(body)).not.toMatch(/"href":"(?:javascript|data|vbscript):/i)
  }
})
