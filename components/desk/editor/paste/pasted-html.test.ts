import { DOMParser as StoryParser } from '@tiptap/pm/model'
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '@/components/desk/editor/document/body-document'
import { storySchema } from '@/components/desk/editor/document/story-nodes'
import { pastedText } from '@/components/desk/editor/paste/paste-handler'
import { pastedHtml } from '@/components/desk/editor/paste/pasted-html'
import { type Body, draftBodySchema } from '@/lib/article/body'
import { HOSTILE_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'

const schema = storySchema()

const parse = (html: string) =>
  new DOMParser().parseFromString(
    `<!doctype html><html><body>${html}</body></html>`,
    'text/html',
  ) as unknown as Document

const pasted = (html: string) => pastedHtml(html, parse)

/** The body that a paste comes to; in the editor a plugin gives the ids. */
function bodyFrom(html: string): Body {
  const { children } = StoryParser.fromSchema(schema).parse(parse(pasted(html).html).body)
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
    expect(copy.picturesLeftOut).toBe(1)
    expect(copy.html).not.toContain('img')
  })

  it('links lead to the web or are words', () => {
    expect(elements('<p><a href="https://tides.example/">tides</a> <a href="javascript:alert(1)">now</a></p>')).toEqual(
      [paragraph({ text: 'tides', link: { to: 'web', href: 'https://tides.example/' } }, { text: ' now' })],
    )
  })
})

it('what was copied in the editor stays as it is', () => {
  const copy = '<p data-pm-slice="1 1 []" data-id="e1">The ferry</p>'
  expect(pasted(copy).html).toBe(copy)
})

it('plain text is a paragraph a line, without blank ones', () => {
  const { content } = pastedText(schema, 'The tide\r\n\r\nturns\n')
  expect(content.childCount).toBe(2)
  expect(content.textBetween(0, content.size, '|')).toBe('The tide|turns')
})

it('hostile strings become a body that may be saved, and no script', () => {
  for (const string of HOSTILE_STRINGS) {
    const { body: left } = parse(pasted(string).html)
    expect(
      left.querySelector('script, iframe, object, embed, img, svg, style, [style], [onclick], [onload]'),
      string,
    ).toBe(null)
    const body = bodyFrom(string)
    expect(draftBodySchema.safeParse(body).success, string).toBe(true)
    expect(JSON.stringify(body)).not.toMatch(/"href":"(?:javascript|data|vbscript):/i)
  }
})
