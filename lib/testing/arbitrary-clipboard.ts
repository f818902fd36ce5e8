import fc from 'fast-check'

/* HTML such as a clipboard may hold, for rules that must hold for any: valid, so that every parser sees the same tree. */

const WORDS = [
  'ferry',
  'Dunlin',
  'six',
  '10\u00a0000\u00a0€',
  'l’été',
  'at',
  '潮',
  '水面',
  'سفينة',
  '⛴️',
  '3.50',
  '&amp;',
  '&lt;b&gt;',
  'Lisbon,',
]
const GAPS = [' ', ' ', ' ', '', '\n', '  ', '\n    ', '\t']

const gap = fc.constantFrom(...GAPS)
const words = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), gap), { minLength: 1, maxLength: 4 })
  .map((all) => all.flat().join(''))
const text = fc.tuple(gap, words).map((all) => all.join(''))

/** Marks, links, and styles that pages write in their place. */
const INLINE = [
  'b',
  'strong',
  'i',
  'em',
  'u',
  'span',
  'small',
  'mark',
  'code',
  'sup',
  'sub',
  'ins',
  'cite',
  'abbr',
  'font',
  'a href="https://tides.example/"',
  'a href="/city"',
  'a href="javascript:alert(1)"',
  'a name="top"',
  'span style="font-weight:700"',
  'span style="font-style: italic; color: red"',
  'span style="white-space:pre-wrap"',
  'span style="white-space: pre-line"',
  'span style="display:none"',
  'span style="visibility:hidden"',
  'span style="visibility: visible"',
  'span style="display:inline-block"',
  'span style="display: block"',
  'span hidden=""',
  'span style="vertical-align:super"',
  'q',
  's',
  'del',
  'span style="text-decoration:line-through"',
  'button type="button"',
  'label',
]
const BLOCK = [
  'div',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'address',
  'center',
  'figure',
  'div style="font-weight:bold"',
  'div style="display:none"',
  'div style="white-space:pre-wrap"',
  'form',
  'aside',
  'nav',
]
const LINES = [
  'p',
  'p',
  'p',
  'h1',
  'h2',
  'h4',
  'pre',
  'p style="margin:0"',
  'p class="MsoNormal"',
  'figcaption',
  'dt',
  'p style="display:inline"',
]
const LEAVES = [
  '<br>',
  '<br>',
  '<wbr>',
  '<!-- a note -->',
  '<script>alert(1)</script>',
  '<style>p{color:red}</style>',
  '<img src="https://a.example/q.jpg" alt="Quay">',
  '<img src="https://a.example/1f6a2.png" alt="🚢">',
  '<img src="https://a.example/dot.gif" width="1" height="1">',
  '<input type="text" value="x">',
  '<video></video>',
]

function tagged(tag: string, content: string): string {
  const [name] = tag.split(' ')
  // A parser leaves out a line break at the start of pre.
  return `<${tag}>${name === 'pre' ? content.replace(/^\n+/, '') : content}</${name}>`
}

const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constantFrom(...LEAVES),
    fc
      .tuple(fc.constantFrom(...INLINE), fc.array(tie('inline'), { maxLength: 3 }))
      .map(([tag, parts]) => tagged(tag, parts.join(''))),
  ),
}))

const line = fc.array(inline, { maxLength: 4 }).map((parts) => withoutNested(parts.join('')))

/** A link in a link, and a button in a button, would be parsed as siblings. */
function withoutNested(html: string): string {
  let depth = { a: 0, button: 0 }
  return html.replace(/<(\/?)(a|button)(?=[\s>])[^>]*>/g, (tag, end: string, name: 'a' | 'button') => {
    const before = depth[name]
    depth = { ...depth, [name]: before + (end ? -1 : 1) }
    return (end ? before > 1 : before > 0) ? '' : tag
  })
}

const { block } = fc.letrec<{ block: string }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 4 }).map((parts) => parts.join(''))
  const item = fc
    .oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: blocks })
    .map((content) => tagged('li', content))
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(fc.constantFrom(...LINES), line).map(([tag, content]) => tagged(tag, content)),
      line,
      fc.constantFrom('<hr>', '\n', ' '),
      fc.tuple(fc.constantFrom(...BLOCK), blocks).map(([tag, content]) => tagged(tag, content)),
      fc
        .tuple(fc.constantFrom('ul', 'ol', 'ol start="4"'), fc.array(item, { maxLength: 4 }))
        .map(([tag, items]) => tagged(tag, items.join('\n'))),
      blocks.map((content) => tagged('blockquote', content)),
      fc
        .array(fc.array(line, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((rows) =>
          tagged(
            'table',
            `<tbody>${rows.map((cells) => tagged('tr', cells.map((cell) => tagged('td', cell)).join('\n'))).join('')}</tbody>`,
          ),
        ),
    ),
  }
})

export const anyClipboard: fc.Arbitrary<string> = fc.array(block, { maxLength: 6 }).map((parts) => parts.join(''))
