import { demoStory } from '@/e2e/testing/demo-story'
import type { Paper } from '@/e2e/testing/paper'

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

/** Every kind of reader page. */
export const PAGE_TYPES: PageType[] = [
  at('front page', '/'),
  at('section', '/politics'),
  at('section with sections below it', '/city'),
  at('topic', '/topics/harbour'),
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
  at('about', '/about'),
  at('contact', '/contact'),
  at('ethics', '/ethics'),
  at('search form', '/search'),
  at('search with results', '/search?q=harbour'),
  at('search without a result', '/search?q=zebra%20crossing%20of%20the%20moon'),
  at('missing', '/nowhere/at-all', 404),
  story('withdrawn', 'bakery-prize', 410),
]
