import { listPages } from '@/app/_pages/list-pages'
import { readAuthor } from '@/app/reads'
import { AuthorPage } from '@/components/lists/author-page'
import { authorPath } from '@/lib/addresses/paths'
import { authorGraph } from '@/lib/json-ld/author-graph'
import { personalName } from '@/lib/paper/personal-name'

export const { page: author, head: authorHead } = listPages({
  folder: ['authors'],
  read: readAuthor,
  path: authorPath,
  description: ({ of }) => of.bio,
  pictures: ({ of, teasers }) => [{ picture: of.portrait }, ...teasers],
  profile: ({ of, page }) => (page === 1 ? { username: of.slug, ...personalName(of.name) } : undefined),
  body: ({ of, teasers, page, pages }, settings) => (
    <AuthorPage author={of} teasers={teasers} page={page} pages={pages} settings={settings} />
  ),
  graph: ({ of, page, teasers }, publication) => authorGraph(publication, { author: of, page, items: teasers }),
})
