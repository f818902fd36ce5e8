import type { Format, PastedLine } from './pasted-line'

/** Writes a formula in MathML on the line: fractions with a slash, exponents raised, indices lowered. */
export function writeMath(math: Element, line: PastedLine, format: Format): void {
  const [first, second, third] = math.children
  switch (math.localName) {
    case 'annotation':
    case 'annotation-xml':
      return
    case 'semantics':
      if (first) writeMath(first, line, format)
      return
    case 'mfrac':
      writeGrouped(first, line, format)
      line.add('/', format)
      writeGrouped(second, line, format)
      return
    case 'msqrt':
      line.add('√', format)
      writeGroup([...math.children], line, format)
      return
    case 'mroot':
      if (second) writeMath(second, line, marked(format, 'superscript'))
      line.add('√', format)
      writeGrouped(first, line, format)
      return
    case 'msup':
    case 'mover':
      writeScripts(line, format, first, undefined, second)
      return
    case 'msub':
    case 'munder':
      writeScripts(line, format, first, second, undefined)
      return
    case 'msubsup':
    case 'munderover':
      writeScripts(line, format, first, second, third)
      return
    case 'mfenced':
      line.add(math.getAttribute('open') ?? '(', format)
      for (const [place, part] of [...math.children].entries()) {
        if (place > 0) line.add(math.getAttribute('separators')?.trim()[0] ?? ',', format)
        writeMath(part, line, format)
      }
      line.add(math.getAttribute('close') ?? ')', format)
      return
    case 'mtr':
    case 'mtd':
      line.space(format)
      break
    case 'ms':
      line.add(`"${words(math)}"`, format)
      return
    case 'mspace':
      line.space(format)
      return
  }
  if (math.children.length) for (const part of math.children) writeMath(part, line, format)
  // Operators that stand for no letter, such as the invisible times.
  else if (words(math)) line.write(words(math).replace(/[\u2061-\u2064]/g, ''), format)
}

function writeScripts(
  line: PastedLine,
  format: Format,
  base: Element | undefined,
  below: Element | undefined,
  above: Element | undefined,
): void {
  if (base) writeMath(base, line, format)
  if (below) writeMath(below, line, marked(format, 'subscript'))
  if (above) writeMath(above, line, marked(format, 'superscript'))
}

function writeGrouped(part: Element | undefined, line: PastedLine, format: Format): void {
  if (part) writeGroup([part], line, format)
}

/** In brackets when it is more than one sign or number. */
function writeGroup(parts: Element[], line: PastedLine, format: Format): void {
  const isSingle = parts.length === 1 && parts[0] !== undefined && isSimple(parts[0])
  if (!isSingle) line.add('(', format)
  for (const part of parts) writeMath(part, line, format)
  if (!isSingle) line.add(')', format)
}

function isSimple(part: Element): boolean {
  if (part.localName === 'mrow' || part.localName === 'mstyle') {
    return part.children.length === 1 && part.children[0] !== undefined && isSimple(part.children[0])
  }
  return part.children.length === 0
}

function marked(format: Format, mark: 'superscript' | 'subscript'): Format {
  return format.marks.includes(mark) ? format : { ...format, marks: [...format.marks, mark] }
}

function words(part: Element): string {
  return (part.textContent ?? '').replace(/\s+/g, ' ').trim()
}
