/**
 * Whether two values are equal as JSON: the order of keys does not matter, and an undefined value counts as an absent
 * key. Fast enough to compare a long story at every keystroke, because identical objects are not traversed.
 */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((value, index) => same(value, other[index]))
  }
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>]
  for (const key in left) if (!same(left[key], right[key])) return false
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false
  return true
}
