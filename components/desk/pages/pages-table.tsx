import paper from '@/components/desk/paper/paper.module.css'
import table from '@/components/desk/table.module.css'
import { nearInstant } from '@/lib/desk/near-instant'
import type { PageView } from '@/lib/desk/pages/page-view'
import { BeginPage } from './begin-page'

/** A page that every paper has, and that nobody has begun. */
export interface UnwrittenPage {
  slug: string
  headline: string
  path: string
}

interface Props {
  pages: PageView[]
  unwritten: UnwrittenPage[]
  now: Date
  timeZone: string
}

/** The standing pages, with where each of them stands. */
export function PagesTable({ pages, unwritten, now, timeZone }: Props) {
  return (
    <table className={table.table}>
      <caption className="visually-hidden">The standing pages by address, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Page</th>
          <th scope="col">State</th>
          <th scope="col">Last saved</th>
          <th scope="col">Address</th>
        </tr>
      </thead>
      <tbody>
        {unwritten.map(({ slug, headline, path }) => (
          <tr key={slug}>
            <th scope="row">
              <BeginPage slug={slug} headline={headline} />
            </th>
            <td>Not written yet: readers get what the settings say</td>
            <td>never</td>
            <td>
              <a className={paper.path} href={path}>
                {path}
              </a>
            </td>
          </tr>
        ))}
        {pages.map((page) => (
          <tr key={page.id}>
            <th scope="row">
              <a href={`/admin/pages/${page.id}`}>{page.content.headline || 'A page without a headline'}</a>
            </th>
            <td>{stateOf(page)}</td>
            <td>
              {nearInstant(new Date(page.savedAt), { now, timeZone })}, {page.savedBy}
            </td>
            <td>
              <a className={paper.path} href={page.path}>
                {page.path}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateOf({ state, hasUnpublishedChanges }: PageView): string {
  if (state === 'draft') return 'Draft'
  if (state === 'taken-down') return 'Taken down'
  return hasUnpublishedChanges ? 'Published, with unpublished changes' : 'Published'
}
