import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { type Body, draftBodySchema } from '@/lib/article/body'
import { feedHtml } from '@/lib/feeds/feed-html'
import { readerBody } from '@/lib/linking/reader-body'
import { EVERY_ELEMENT, PLAIN_STORY, REFERENCED, SETTINGS, SITE_URL, TRAMS_STORY } from '@/lib/testing/feed-fixtures'
import { htmlProblems } from '@/lib/testing/feed-rules/html-rules'
import { parserProblems } from '@/lib/testing/feed-rules/parse-xml'
import { HOSTILE_STRINGS } from '@/lib/testing/hostile-strings/hostile-strings'
import { isBlank } from '@/lib/text/visible-text'

const around = { settings: SETTINGS, siteUrl: SITE_URL }
const bare = { language: 'en', standfirst: '', dateline: '', leadPicture: null, corrections: [] }

/** The HTML of a body without the other parts of a story. */
function html(body: Body, story = bare): string {
  const whole = feedHtml({ ...story, body: readerBody(body, 42, REFERENCED) }, around)
  return whole.replace(/^<div lang="[^"]*" dir="[^"]*">/, '').replace(/<\/div>$/, '')
}

const of = (id: string) => html(EVERY_ELEMENT.filter((element) => element.id === id))

const FIGURE = `<img src="${SITE_URL}/media/bridge-1200.jpeg" alt="The bridge at &quot;dusk&quot;" width="1200" height="675"/>`

describe('in a feed', () => {
  it('a paragraph keeps its marks; links have absolute URLs or are plain text', () => {
    expect(of('e1')).toBe(
      `<p>Sails <a href="${SITE_URL}/city/the-last-ferry-5"><strong><em>as before</em></strong></a>, says ` +
        '<a href="https://board.example/?a=1&amp;b=2">the board</a><code> &lt;today&gt;</code> and no more</p>',
    )
  })

  it('a list within an item is a list in its item', () => {
    const items = [[{ text: 'Tide' }], [{ text: 'Spring' }], [{ text: 'Wind' }]]
    const nesting = [null, { depth: 1, ordered: true }, null]
    expect(html([{ type: 'list', id: 'e1', ordered: false, items, nesting }])).toBe(
      '<ul><li>Tide<ol><li>Spring</li></ol></li><li>Wind</li></ul>',
    )
  })

  it.each([
    ['a heading', 'e2', '<h2>What changes</h2>'],
    ['a list', 'e3', '<ul><li>Fewer boats</li><li>More buses</li></ul>'],
    ['an ordered list', 'e4', '<ol start="4"><li>10<sup>6</sup> t of CO<sub>2</sub></li></ol>'],
    ['a quote', 'e5', '<figure><blockquote><p>We waited.</p></blockquote><figcaption>Ida Voss</figcaption></figure>'],
    ['a pull quote', 'e6', '<figure><blockquote><p>An hour in the rain</p></blockquote></figure>'],
    ['a picture', 'e7', `<figure>${FIGURE}<figcaption>Pier 4 Observer archive</figcaption></figure>`],
    [
      'a gallery',
      'e8',
      `<figure>${FIGURE}<figcaption>The bridge Observer archive</figcaption></figure>` +
        `<figure>${FIGURE}<figcaption>Later Observer archive</figcaption></figure><p>The quay</p>`,
    ],
    [
      'a table',
      'e9',
      '<table><caption>Fares</caption><thead><tr><th></th><th>Adults</th></tr></thead>' +
        '<tbody><tr><td>Line 4</td><td>2</td></tr><tr><td>Line 5</td><td></td></tr></tbody></table>',
    ],
    [
      'a fact box',
      'e10',
      '<section><p><strong>Tides</strong></p><p>High water at noon.</p><ul><li>3.4 m</li></ul></section>',
    ],
    ['a divider', 'e13', '<hr/>'],
    [
      'an embed is a link, so',
      'e14',
      '<p><a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">Watch on YouTube: The last run</a></p>',
    ],
    ['an also-read', 'e15', `<p>Also read: <a href="${SITE_URL}/city/the-last-ferry-5">The last ferry</a></p>`],
    ['an also-read that leads elsewhere', 'e16', '<p>Also read: <a href="https://tides.example/">Tide tables</a></p>'],
    [
      'related news',
      'e17',
      `<p>Related News |</p><ul><li><a href="${SITE_URL}/city/the-last-ferry-5">The last ferry</a></li>` +
        `<li><a href="${SITE_URL}/city/%E0%A4%A8%E0%A4%88-%E0%A4%A8%E0%A4%BE%E0%A4%B5-6" lang="hi" dir="ltr">नई नाव</a></li></ul>`,
    ],
  ])('%s is plain markup', (_what, id, markup) => {
    expect(of(id)).toBe(markup)
  })

  it('an entry of a live story has its time', () => {
    const at = Date.UTC(2026, 10, 23, 14, 2)
    expect(html([{ type: 'heading', id: 'e1', level: 2, at, text: [{ text: 'Polls close' }] }])).toBe(
      '<p>23 November 2026 at 14:02 WET</p><h2>Polls close</h2>',
    )
  })

  it('a whole story has its standfirst, lead picture, dateline and corrections', () => {
    const whole = feedHtml({ ...TRAMS_STORY, body: readerBody([...EVERY_ELEMENT].slice(0, 2), 42, REFERENCED) }, around)
    expect(whole).toMatch(
      /^<div lang="en" dir="ltr"><p>The first one left at 5\.12 &amp; nobody &lt;b&gt;minded&lt;\/b&gt;\.<\/p><figure><img /,
    )
    expect(whole).toContain('<p>Harbour Pier — Sails ')
    expect(whole).toMatch(
      /<h2>Correction<\/h2><p>The fare is 2 crowns\. \(23 November 2026 at 12:00 WET\)<\/p><\/div>$/,
    )
  })

  it('a story has its language and direction, and texts of the paper have theirs', () => {
    const arabic = feedHtml({ ...PLAIN_STORY, corrections: TRAMS_STORY.corrections, body: [] }, around)
    expect(arabic).toMatch(/^<div lang="ar" dir="rtl"><h2 lang="en" dir="ltr">Correction<\/h2>/)
  })

  it('a picture without a JPEG is left out', () => {
    const picture = { ...REFERENCED.pictures.get(1), files: [] } as never
    const body = readerBody(EVERY_ELEMENT.slice(6, 8), 42, { ...REFERENCED, pictures: new Map([[1, picture]]) })
    expect(feedHtml({ ...bare, body }, around)).toBe('<div lang="en" dir="ltr"><p>The quay</p></div>')
  })

  it('a whole story follows the rules of feed readers', () => {
    expect(htmlProblems(feedHtml({ ...TRAMS_STORY, body: readerBody(EVERY_ELEMENT, 42, REFERENCED) }, around))).toEqual(
      [],
    )
  })
})

// What nobody sees is left out.
const hostile = HOSTILE_STRINGS.filter((string) => !isBlank(string))

it('hostile strings stay text in every place', async () => {
  const wholes = hostile.map((string) =>
    feedHtml(
      { ...bare, standfirst: string, dateline: string, body: readerBody(bodyOf(string), 42, REFERENCED) },
      around,
    ),
  )
  const together = wholes.join('')
  expect(await parserProblems(`<all>${together}</all>`)).toEqual([])
  expect(htmlProblems(together)).toEqual([])
  const read = parseDocument(together).children
  expect(read).toHaveLength(hostile.length)
  const lost = hostile.filter((string, place) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML does not allow are dropped
    const kept = string.replace(/[\v\f]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g, '')
    // Of what nobody sees, blocks are left out.
    if (isBlank(string)) return false
    return DomUtils.textContent(read[place] ?? []).split(kept).length < PLACES
  })
  expect(lost).toEqual([])
}, 120_000)

/** The least number of places in which a reader sees the string. */
const PLACES = 6

/** A body with `string` as every text, and as the target of links when it is a URL. */
function bodyOf(string: string): Body {
  const text = [{ text: string }]
  const body: Body = [
    { type: 'paragraph', id: 'a', text },
    { type: 'table', id: 'e', caption: string, header: [text], rows: [[text]] },
    { type: 'fact-box', id: 'f', title: string, elements: [{ type: 'list', id: 'g', ordered: true, items: [text] }] },
    { type: 'image', id: 'h', media: 1, caption: string, credit: string },
    { type: 'embed', id: 'i', provider: 'vimeo', url: 'https://vimeo.com/1', title: string },
  ]
  const linking: Body = [{ type: 'paragraph', id: 'z', text: [{ text: 'x', link: { to: 'web', href: string } }] }]
  return draftBodySchema.safeParse(linking).success ? [...body, ...linking] : body
}
