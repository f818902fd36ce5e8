import { parseUrl } from '@/lib/addresses/url'

const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u

/**
 * The address that somebody means who types `typed` where an address is asked for: one with its scheme (web, mailto, tel),
 * `www.…` or a host without one, an e-mail address, or a path of the site at `origin`. null for anything else.
 */
export function typedAddress(typed: string, origin: string): string | null {
  const text = typed.trim()
  const explicit = explicitAddress(text)
  if (explicit) return explicit
  if (/\s/.test(text)) return null
  if (/^\/(?!\/)/.test(text)) return parseUrl(text, origin) ? origin + text : null
  return HOST.test(text) && parseUrl(`https://${text}`) ? `https://${text}` : null
}

/** The same where words are the rule, as in a text: only what nobody takes for words. */
export function explicitAddress(text: string): string | null {
  if (/^tel:[\d\s()+.,;=*#/-]+$/i.test(text)) return text.replace(/\s/g, '')
  if (/\s|[<>"]/.test(text)) return null
  if (/^mailto:\S+$/i.test(text)) return parseUrl(text) && text
  if (/^https?:\/\/[^/]/i.test(text)) return parseUrl(text) && text
  if (/^\/\/[^/]/.test(text)) return parseUrl(`https:${text}`) && `https:${text}`
  if (/^www\.[^.\s]+\.\S/i.test(text)) return parseUrl(`https://${text}`) && `https://${text}`
  return EMAIL.test(text) ? `mailto:${text}` : null
}

const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{', '»': '«' }

/**
 * The word at the end of a text without the signs around it that belong to the sentence: `(see https://x.example).` ends
 * in an address. A bracket that the address opens itself stays, as in `…/Mercury_(planet)`. Empty without a word.
 */
export function lastWord(text: string): string {
  let word = (/\S+$/.exec(text)?.[0] ?? '').replace(/^[([{<"'“”„‘’«»¿¡]+/u, '')
  for (;;) {
    const last = word.at(-1)
    if (last === undefined) return ''
    const opening = OPENING[last]
    const isOpen = opening !== undefined && word.split(opening).length >= word.split(last).length
    if (isOpen || (opening === undefined && !/[.,;:!?"'“”’…>]/u.test(last))) return word
    word = word.slice(0, -1)
  }
}
