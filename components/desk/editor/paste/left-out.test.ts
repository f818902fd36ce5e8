import { describe, expect, it } from 'vitest'
import { elementsFrom, paragraph, toldOf } from './testing/pasted-body'

describe('words that are no copy', () => {
  it('struck text and deletions are left out and told', () => {
    const copy = '<p>The minister <s>took bribes</s><del class="msoDel">often </del>denied it</p>'
    expect(elementsFrom(copy)).toEqual([paragraph({ text: 'The minister denied it' })])
    expect(toldOf(copy)).toBe('Struck text was left out: “took bribes”, “often”.')
    expect(elementsFrom('<p><span style="text-decoration: line-through">took bribes</span>denied it</p>')).toEqual([
      paragraph({ text: 'denied it' }),
    ])
  })

  it('comments of Word are left out and told', () => {
    const copy = `<p class=MsoNormal>Boats sail<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[W1]</a></span> at six.</p>
      <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Check with the board</p></div></div></div>`
    expect(elementsFrom(copy)).toEqual([paragraph({ text: 'Boats sail at six.' })])
    expect(toldOf(copy)).toBe('One comment was left out.')
  })

  it('comments of Google Docs are left out and told', () => {
    const copy = `<p>Boats sail<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> at six.</p><div style="border:1px solid"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Check with the board</span></p></div>`
    expect(elementsFrom(copy)).toEqual([paragraph({ text: 'Boats sail at six.' })])
    expect(toldOf(copy)).toBe('One comment was left out.')
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
    expect(toldOf(html)).toContain(sentence)
  })

  it('nothing is told where nothing is missing', () => {
    expect(
      toldOf('<p>Quay<img width="1" src="https://a.example/dot.gif"></p><script>1</script><style>p{}</style>'),
    ).toBe('')
  })
})
