import { addressOf } from '@/db/addresses/addresses'
import { type LookupScope, storyAt } from '@/db/desk/story-lookup'
import { pagedListAt } from '@/db/reading/paged-lists'
import type { Reader } from '@/db/store/open'
import { canonicalSpelling } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'
import type { LinkedList } from '@/lib/article/body'
import type { FoundStory } from '@/lib/desk/archive/found-story'

interface PastedQuery extends LookupScope {
  addresses: readonly string[]
  /** The id of the story that is being written, which is never an answer; null for none. */
  not: number | null
  siteUrl: string
}

/** What an address of this paper names. */
interface PastedAddress {
  story: FoundStory | null
  list: LinkedList | null
  /** Whether it answers with a page or a redirect; false for an address of another site. */
  isPage: boolean
}

/** The story or the list at each of `addresses`, in their order: at its present address, or at one that leads to it. */
export async function pastedAddresses(
  db: Reader,
  { addresses, not, siteUrl, ...scope }: PastedQuery,
): Promise<PastedAddress[]> {
  const found: PastedAddress[] = []
  for (const url of addresses) {
    const story = await storyAt(db, { url, siteUrl, ...scope })
    const path = story ? null : ownPath(url, siteUrl)
    const answer = path === null ? null : await addressOf(db, { path, now: scope.now })
    const listPath = answer?.kind === 'redirect' ? answer.location : path
    const list = listPath === null ? null : await pagedListAt(db, listPath)
    found.push({
      story: story?.id === not ? null : story,
      list: list && list.kind !== 'corrections' && list.kind !== 'timeline' ? { list: list.kind, id: list.id } : null,
      isPage: story !== null || (answer !== null && answer.kind !== 'missing'),
    })
  }
  return found
}

/** The path of an address of this site, in its canonical spelling; null for any other address. */
function ownPath(url: string, siteUrl: string): string | null {
  const address = parseUrl(url, siteUrl)
  return address?.host === new URL(siteUrl).host ? canonicalSpelling(address.pathname) : null
}
