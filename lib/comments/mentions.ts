/** Somebody who can be named in a comment. */
export interface Mentionable {
  id: string
  name: string
}

/** A name in the words of a comment. */
export interface Mention {
  person: Mentionable
  /** From the at sign, in UTF-16 units. */
  from: number
  to: number
}

/**
 * The people whom a comment names, by an at sign and their name in any case: the whole name, or the first word of it when
 * only one of `people` is called so. An at sign within a word, as in an e-mail address, names nobody. In the order of the
 * words; a person may be named more than once.
 */
export function mentionsIn(words: string, people: readonly Mentionable[]): Mention[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length)
  const mentions: Mention[] = []
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}._%+-])@/gu)) {
    const rest = words.slice(index + 1)
    const whole = byLength.find(({ name }) => startsWithName(rest, name))
    const first = whole ? [] : people.filter(({ name }) => startsWithName(rest, firstWord(name)))
    const person = whole ?? (first.length === 1 ? first[0] : undefined)
    if (!person) continue
    const length = whole ? person.name.length : firstWord(person.name).length
    mentions.push({ person, from: index, to: index + 1 + length })
  }
  return mentions
}

/** The beginning of a name that is being typed just before `caret`, with where its at sign stands; null for none. */
export function mentionBeingTyped(words: string, caret: number): { from: number; typed: string } | null {
  const match = /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(words.slice(0, caret))
  return match ? { from: match.index, typed: match[1] ?? '' } : null
}

/** Those of `people` whose name, or a word of it, begins with what was typed, in any case; all of them for nothing. */
export function peopleCalled(typed: string, people: readonly Mentionable[]): Mentionable[] {
  const begun = lower(typed.trim())
  return people.filter(({ name }) => {
    const whole = lower(name)
    return whole.startsWith(begun) || whole.split(' ').some((word) => word.startsWith(begun))
  })
}

function startsWithName(text: string, name: string): boolean {
  if (name === '' || lower(text.slice(0, name.length)) !== lower(name)) return false
  return !/^[\p{L}\p{N}]/u.test(text.slice(name.length))
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? ''
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en')
}
