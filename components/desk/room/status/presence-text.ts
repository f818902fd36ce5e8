import type { Presence } from '@/lib/desk/articles/presence'

/** Who else has the story open, such as "Anna Reed has this story open too."; empty when nobody has. */
export function presenceText(others: Pick<Presence, 'name'>[], self: string): string {
  const names = [...new Set(others.map(({ name }) => (name === self ? 'You' : name)))]
  if (!names.length) return ''
  if (names.length === 1 && names[0] === 'You') return 'You have this story open in another tab too.'
  const people = names.filter((name) => name !== 'You')
  const have = people.length === 1 ? 'has' : 'have'
  return `${new Intl.ListFormat('en-GB').format(people)} ${have} this story open too.`
}
