import type { Span } from '@/lib/article/body'

const RAISED = new Map([
  ...pairs('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'),
  ...pairs('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
])
const LOWERED = new Map([
  ...pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'),
  ...pairs('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
])

/**
 * The words for where there is no markup: raised and lowered letters become the characters that Unicode has for them
 * (10⁶, H₂O), because 106 is another number. A span with a letter for which there is none stays as it is written.
 */
export function readableText(text: readonly Pick<Span, 'text' | 'marks'>[]): string {
  return text.map(readableSpan).join('')
}

function readableSpan({ text, marks = [] }: Pick<Span, 'text' | 'marks'>): string {
  const [raised, lowered] = [marks.includes('superscript'), marks.includes('subscript')]
  if (raised === lowered) return text
  const characters = [...text].map((sign) => (/\s/u.test(sign) ? sign : (raised ? RAISED : LOWERED).get(sign)))
  return characters.includes(undefined) ? text : characters.join('')
}

function pairs(from: string, to: string): [string, string][] {
  const signs = [...to]
  return [...from].map((sign, place) => [sign, signs[place] ?? sign])
}
