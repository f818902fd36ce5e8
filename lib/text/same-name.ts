import { nameKey } from '@/lib/text/name-key'

interface Named {
  id: number
  name: string
}

/**
 * The one of `others` that already has this name, however it is spelled; null when none has. A thing that keeps its name
 * (`self`, null for a new one) is not held to it, because earlier versions of Broadsheet let two things share a name.
 */
export function sameNamed<Thing extends Named>(
  others: readonly Thing[],
  { name, self }: { name: string; self: number | null },
): Thing | null {
  const key = nameKey(name)
  const own = others.find(({ id }) => id === self)
  if (own && nameKey(own.name) === key) return null
  return others.find((other) => other.id !== self && nameKey(other.name) === key) ?? null
}
