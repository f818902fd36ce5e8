import { same } from '@/lib/merging/same'

/**
 * The fields of `typed` that are not as they were `shown`. Sent alone, they leave every other field as somebody else may
 * have changed it meanwhile.
 */
export function changedFields<Fields extends object>(typed: Fields, shown: NoInfer<Fields>): Partial<Fields> {
  const changed: Partial<Fields> = {}
  for (const field in typed) if (!same(typed[field], shown[field])) changed[field] = typed[field]
  return changed
}
