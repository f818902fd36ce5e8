import { cleanName } from '@/lib/text/clean-name'

/** A longer query is cut here, in characters. */
export const MAX_SEARCH_LENGTH = 200

/** Further on nothing is read, so that no length costs more; in code units, of which unseen ones may be most. */
const MAX_READ = 20 * MAX_SEARCH_LENGTH

/** A query as the address and the page of its results show it: cleaned, single spaces, cut; empty for none. */
export function searchQuery(typed: string): string {
  const query = cleanName(typed.slice(0, MAX_READ))
  const characters = [...query]
  return characters.length > MAX_SEARCH_LENGTH ? cleanName(characters.slice(0, MAX_SEARCH_LENGTH).join('')) : query
}
