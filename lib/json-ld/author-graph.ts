import type { Graph } from 'schema-dts'
import { authorPath } from '@/lib/addresses/paths'
import type { Author } from '@/lib/article/article'
import { authorJsonLd } from '@/lib/json-ld/author'
import { breadcrumbJsonLd } from '@/lib/json-ld/breadcrumb'
import { itemListJsonLd, type ListedItem } from '@/lib/json-ld/collection-page'
import { listGraph } from '@/lib/json-ld/list-graph'
import { pageGraph } from '@/lib/json-ld/page-graph'
import { profilePageJsonLd } from '@/lib/json-ld/profile-page'
import type { Publication } from '@/lib/json-ld/publication'

/** The structured data of a page of an author: the first page describes the author, the others only list stories. */
export function authorGraph(
  publication: Publication,
  { author, page, items }: { author: Author; page: number; items: ListedItem[] },
): Graph {
  const path = authorPath(author.slug, page)
  const crumbs = [{ name: author.name, path }]
  if (page > 1) {
    const about = authorJsonLd(publication, author)
    return listGraph(publication, { path, name: author.name, description: '', items, about }, crumbs)
  }
  const list = items.length ? [itemListJsonLd(publication, { path, items })] : []
  return pageGraph(publication, profilePageJsonLd(publication, author), ...list, breadcrumbJsonLd(publication, crumbs))
}
