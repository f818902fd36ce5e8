import { describe, expect, it } from 'vitest'
import { isCopiedHere } from '@/components/desk/editor/paste/story-clipboard'
import { draftBodySchema, plainText, type Text } from '@/lib/article/body'
import { HOSTILE_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'
import { bodyFrom, clipboardOf, elementsFrom, ORIGIN, paragraph, parse, pasted } from './testing/pasted-body'

describe('from Word', () => {
  it('conditional comments, styles and its own elements are left out', () => {
    const copy = `<!--[if gte mso 9]><xml><w:WordDocument>Print</w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0}</style>
      <p class=MsoNormal><b style='mso-bidi-font-weight:normal'>The Dunlin</b> sails<o:p>&nbsp;</o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`
    expect(elementsFrom(copy)).toEqual([paragraph({ text: 'The Dunlin', marks: ['bold'] }, { text: ' sails' })])
  })

  it('a title is a heading', () => {
    expect(elementsFrom('<p class=MsoTitle>What changes</p>')).toMatchObject([{ type: 'heading', level: 2 }])
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
    const words = elementsFrom(html).map((element) => ('text' in element ? plainText(element.text as Text) : ''))
    expect(words).toEqual(lines)
  })

  it('what is raised or lowered stays so', () => {
    expect(elementsFrom('<p>10<sup>6</sup> t CO<span style="vertical-align:sub;font-size:0.6em">2</span></p>')).toEqual(
      [
        paragraph(
          { text: '10' },
          { text: '6', marks: ['superscript'] },
          { text: ' t CO' },
          { text: '2', marks: ['subscript'] },
        ),
      ],
    )
  })

  it('a formula is its words', () => {
    const math =
      '<p>So <math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math> or <math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>.</p>'
    expect(elementsFrom(math)).toEqual([
      paragraph({ text: 'So E=mc' }, { text: '2', marks: ['superscript'] }, { text: ' or 1/(a+b).' }),
    ])
    const wikipedia =
      '<p>So <span style="display:none"><math><mi>x</mi></math></span><img alt="{\\displaystyle x}" src="x.svg"> is</p>'
    expect(elementsFrom(wikipedia)).toEqual([paragraph({ text: 'So x is' })])
    expect(pasted(wikipedia).leftOut.sentences).toEqual([])
  })
})

describe('from Google Docs', () => {
  it('the wrapper that is a bold and is not makes nothing bold; spans do', () => {
    const copy = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:400">The last ferry </span><span style="font-weight:700;font-style:normal">leaves</span><span style="font-weight:400;font-style:italic"> at six</span></p><br><p dir="ltr"><span>Buses follow.</span></p></b>`
    expect(elementsFrom(copy)).toEqual([
      paragraph(
        { text: 'The last ferry ' },
        { text: 'leaves', marks: ['bold'] },
        { text: ' at six', marks: ['italic'] },
      ),
      paragraph({ text: 'Buses follow.' }),
    ])
  })
})

describe('from the web', () => {
  it('headings keep their order on two levels, without bold', () => {
    expect(elementsFrom('<h1>Tides</h1><h4><b>Spring</b></h4>')).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'Tides' }] },
      { type: 'heading', level: 3, text: [{ text: 'Spring' }] },
    ])
  })

  it('a quotation is a quote with who said it', () => {
    expect(elementsFrom('<blockquote><p>We sail.</p><footer>— Wanda Pirrie</footer></blockquote>')).toEqual([
      { type: 'quote', text: [{ text: 'We sail.' }], attribution: 'Wanda Pirrie' },
    ])
  })

  it('a line of emoji at the end of a quotation is nobody’s name', () => {
    const copy =
      '<blockquote><p>We sail.</p><p><cite></cite><img alt="🚢" src="https://a.example/1f6a2.png"></p></blockquote>'
    expect(elementsFrom(copy)).toEqual([
      { type: 'quote', text: [{ text: 'We sail.' }] },
      { type: 'quote', text: [{ text: '🚢' }] },
    ])
  })

  it('who is named above the words of a quotation stays above them, also when they are only marks', () => {
    const copy = '<blockquote><figcaption>Wanda Pirrie</figcaption><p><q></q></p></blockquote>'
    expect(elementsFrom(copy)).toEqual([
      { type: 'quote', text: [{ text: 'Wanda Pirrie' }] },
      { type: 'quote', text: [{ text: '“”' }] },
    ])
  })

  it('line breaks end paragraphs', () => {
    expect(elementsFrom('<div>One<br><br>Two</div><p>Three<br>Four</p>').length).toBeGreaterThanOrEqual(3)
    expect(elementsFrom('<p>Three<br>Four</p>')).toEqual([paragraph({ text: 'Three' }), paragraph({ text: 'Four' })])
  })

  it('a table is a rectangle of words', () => {
    const copy =
      '<table><caption>Fares</caption><thead><tr><th>Line</th><th>Fare</th></tr></thead><tbody><tr><td colspan="2"><p>Free</p><p>on Sundays</p></td></tr></tbody></table>'
    expect(elementsFrom(copy)).toMatchObject([
      { type: 'table', caption: 'Fares', header: [[{ text: 'Line' }], [{ text: 'Fare' }]], rows: [[[{}], []]] },
    ])
  })

  it('a table of one cell, which lays a page out, is its words', () => {
    expect(elementsFrom('<table><tr><td><p>The tide turns.</p></td></tr></table>')).toEqual([
      paragraph({ text: 'The tide turns.' }),
    ])
  })

  it('pictures are left out, and counted but for dots that count readers', () => {
    const copy = pasted('<p>Quay<img src="https://a.example/q.jpg"><img src="https://a.example/dot.gif" width="1"></p>')
    expect(copy.leftOut.pictures).toBe(1)
    expect(copy.elements).toMatchObject([paragraph({ text: 'Quay' })])
  })

  it('links lead to the web or are words', () => {
    expect(
      elementsFrom('<p><a href="https://tides.example/">tides</a> <a href="javascript:alert(1)">now</a></p>'),
    ).toEqual([paragraph({ text: 'tides', link: { to: 'web', href: 'https://tides.example/' } }, { text: ' now' })])
  })
})

it('only what was copied in an editor of this site stays as it is', () => {
  const other = '<p data-pm-slice="1 1 []">The <s>tram</s> ferry</p>'
  expect(isCopiedHere(parse(other), ORIGIN)).toBe(false)
  expect(isCopiedHere(parse(other.replace('>', ' data-story-of="https://tribune.example">')), ORIGIN)).toBe(false)
  expect(isCopiedHere(parse(other.replace('>', ` data-story-of="${ORIGIN}">`)), ORIGIN)).toBe(true)
  expect(elementsFrom(other)).toEqual([paragraph({ text: 'The ferry' })])
})

it('hostile strings become a body that may be saved, and no script', () => {
  for (const string of HOSTILE_STRINGS) {
    const { body: left } = parse(clipboardOf(pasted(string).elements))
    expect(
      left.querySelector('script, iframe, object, embed, img, svg, style, [style], [onclick], [onload]'),
      string,
    ).toBe(null)
    const body = bodyFrom(string)
    expect(draftBodySchema.safeParse(body).success, string).toBe(true)
    expect(JSON.stringify(body)).not.toMatch(/"href":"(?:javascript|data|vbscript):/i)
  }
})
