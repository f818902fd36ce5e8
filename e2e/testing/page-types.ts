import { publicEnds } from '@/db/reading/archive-spans'
import { paperZone } from '@/db/store/paper-zone'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import type { Paper } from '@/e2e/testing/paper'
import { archivePath } from '@/lib/addresses/archive-address'
import { spanAt } from '@/lib/time/calendar-spans'

/** One kind of reader page, with an example from the demo edition. */
export interface PageType {
  name: string
  status: number
  path: (paper: Paper) => Promise<string>
}

const at = (name: string, path: string, status = 200): PageType => ({ name, status, path: async () => path })
const story = (name: string, key: string, status = 200): PageType => ({
  name,
  status,
  path: async (paper) => (await demoStory(paper, key)).path,
})

/** The day on which the paper's newest public story was published. */
async function dayOfTheArchive({ db }: Paper): Promise<string> {
  const ends = await publicEnds(db, { now: PRINTED_AT })
  if (!ends) throw new Error('the paper has no public story')
  return archivePath(spanAt(ends.last, { kind: 'day', timeZone: await paperZone(db) }))
}

/** Every kind of reader page. */
export const PAGE_TYPES: PageType[] = [
  at('front page', '/'),
  at('section', '/politics'),
  at('section with sections below it', '/city'),
  at('topic', '/topics/harbour'),
  at('timeline', '/timelines/the-tram-to-the-harbour'),
  at('author', '/authors/mirela-osei'),
  story('article with both blocks', 'pyongyang-visit'),
  story('article with every element', 'ferry-day'),
  story('Hindi article', 'monsoon-street'),
  story('Arabic article', 'old-library'),
  story('translated article', 'old-library-english'),
  story('corrected article', 'museum-roof'),
  story('live article', 'orle-mouth-live'),
  story('long article', 'harbour-history'),
  story('opinion', 'opinion-benches'),
  at('corrections', '/corrections'),
  at('archive', '/archive'),
  { name: 'day of the archive', status: 200, path: dayOfTheArchive },
  at('about', '/about'),
  at('contact', '/contact'),
  at('ethics', '/ethics'),
  at('search form', '/search'),
  at('search with results', '/search?q=harbour'),
  at('search without a result', '/search?q=zebra%20crossing%20of%20the%20moon'),
  at('missing', '/nowhere/at-all', 404),
  story('withdrawn', 'bakery-prize', 410),
]
