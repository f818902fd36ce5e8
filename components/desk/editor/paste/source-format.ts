import { SPAN_MARKS, type SpanMark } from '@/lib/article/body'
import { boldByName, CODE, italicByName } from './source-elements'

/** The marks of the words in an element, by its name and its styles; `around` are those of the words around it. */
export function marksIn(
  element: Element,
  declared: ReadonlyMap<string, string>,
  around: readonly SpanMark[],
): SpanMark[] {
  const name = element.localName
  const font = declared.get('font')
  const weight =
    declared.get('font-weight') ??
    (font === undefined ? undefined : (/\b(?:bold|bolder|[6-9]00)\b/.exec(font)?.[0] ?? 'normal'))
  const slant =
    declared.get('font-style') ??
    (font === undefined ? undefined : (/\b(?:italic|oblique)\b/.exec(font)?.[0] ?? 'normal'))
  const align = declared.get('vertical-align')
  const chosen = new Set(around)
  const set = (mark: SpanMark, isOn: boolean | null) => {
    if (isOn === true) chosen.add(mark)
    else if (isOn === false) chosen.delete(mark)
  }
  set(
    'bold',
    weight === undefined || weight === 'inherit' ? boldByName(name) : /^(?:bold|bolder|[6-9]00)$/.test(weight),
  )
  set('italic', slant === undefined || slant === 'inherit' ? italicByName(name) : /^(?:italic|oblique)/.test(slant))
  if (name === 'sup' ? align !== 'baseline' : align === 'super') chosen.add('superscript')
  if (name === 'sub' ? align !== 'baseline' : align === 'sub') chosen.add('subscript')
  if (CODE.has(name)) chosen.add('code')
  return SPAN_MARKS.filter((mark) => chosen.has(mark))
}
