import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Input, Select, Textarea } from '@/components/desk/controls'
import { sourceTexts } from '@/lib/testing/source-imports'

const nothing = () => {}

it('what React holds takes nothing until the page is hydrated, so that nothing typed is lost', () => {
  const shown = (control: React.ReactNode) => renderToStaticMarkup(control)
  expect(shown(<Input type="text" value="North Quay" onChange={nothing} />)).toContain('readOnly=""')
  expect(shown(<Input value="" onChange={nothing} />)).toContain('readOnly=""')
  expect(shown(<Textarea value="" onChange={nothing} />)).toContain('readOnly=""')
  expect(shown(<Input type="checkbox" checked onChange={nothing} />)).toContain('disabled=""')
  expect(shown(<Input type="radio" checked onChange={nothing} />)).toContain('disabled=""')
  expect(shown(<Select value="" onChange={nothing} />)).toContain('disabled=""')
})

it('no other control has its value in React', () => {
  const own = 'components/desk/controls.tsx'
  const sources = [...sourceTexts()].filter(([file]) => /^(?:components|app)\/.*\.tsx$/.test(file))
  expect(sources.length).toBeGreaterThan(200)
  const bare = sources.flatMap(([file, text]) =>
    file === own || file.includes('.test.')
      ? []
      : nativeControls(text).flatMap((tag) => (HELD.test(tag) ? [file] : [])),
  )
  expect(bare).toEqual([])
})

it.each([
  ['<input value={words} onChange={(event) => say(event.target.value)} />', 1],
  ['<textarea rows={2} onInput={({ target }) => say(target.value)} />', 1],
  ['<Select value={a} onChange={b}><option /></Select>', 0],
  ['<input name="q" defaultValue={query} />', 0],
  ['<input name="q" defaultValue={query} onInput={(event) => ask(event.currentTarget)} />', 0],
])('the look for such controls reads %s', (text, held) => {
  expect(nativeControls(text).filter((tag) => HELD.test(tag))).toHaveLength(held)
})

/** What tells React of each change; a field that the browser keeps, with a default value, loses nothing by it. */
const HELD = /^(?!.*\sdefault(?:Value|Checked)=).*\son(?:Change|Input)=/s

/** The opening tags of native controls. */
function nativeControls(text: string): string[] {
  return [...text.matchAll(/<(?:input|textarea|select)\b/g)].map(({ index }) => {
    let depth = 0
    let end = index
    while (end < text.length && !(text[end] === '>' && depth === 0)) {
      if (text[end] === '{') depth += 1
      if (text[end] === '}') depth -= 1
      end += 1
    }
    return text.slice(index, end)
  })
}
