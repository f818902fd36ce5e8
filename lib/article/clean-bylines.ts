import { cleanName } from '@/lib/text/clean-name'
import { nameKey } from '@/lib/text/name-key'
import { isBlank } from '@/lib/text/visible-text'

/** A byline of a manuscript: an author of the paper, or a name without a profile page. */
interface Byline {
  authorId: number | null
  name: string | null
}

/** The bylines without those of which a reader sees nothing, as an earlier version of Broadsheet accepted them. */
export function visibleBylines(bylines: Byline[]): Byline[] {
  return bylines.filter(({ name }) => name === null || !isBlank(name))
}

/**
 * The bylines that a reader sees, in their order: names cleaned, those of which nothing is seen left out, and each
 * author or name once, however it is spelled.
 */
export function cleanBylines(bylines: Byline[]): Byline[] {
  const seen = new Set<string>()
  return bylines.flatMap(({ authorId, name: typed }) => {
    const name = typed === null ? null : cleanName(typed)
    const key = name === null ? `author ${authorId}` : `name ${nameKey(name)}`
    if (name === '' || seen.has(key)) return []
    seen.add(key)
    return [{ authorId, name }]
  })
}
