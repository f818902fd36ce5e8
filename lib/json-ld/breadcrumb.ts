import type { BreadcrumbList } from 'schema-dts'
import { sectionPath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { Publication } from '@/lib/json-ld/publication'

/** One step of a breadcrumb trail. */
export interface Crumb {
  name: string
  path: string
}

/** The breadcrumb trail from the front page through `crumbs`, the last of which is the page itself. */
export function breadcrumbJsonLd({ siteUrl, settings }: Publication, crumbs: Crumb[]): BreadcrumbList {
  const steps = [{ name: settings.name, path: '/' }, ...crumbs]
  return {
    '@type': 'BreadcrumbList',
    '@id': `${siteUrl}${crumbs.at(-1)?.path ?? '/'}#breadcrumb`,
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: siteUrl + path,
    })),
  }
}

/** The crumbs of a line of sections, from the top down. */
export function sectionCrumbs(line: Pick<Section, 'name' | 'slug'>[]): Crumb[] {
  return line.map(({ name, slug }) => ({ name, path: sectionPath(slug) }))
}
