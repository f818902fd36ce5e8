import type { BreadcrumbList } from 'schema-dts'
import { sectionPath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { Publication } from '@/lib/json-ld/publication'

/** One step of the way to a page. */
export interface Crumb {
  name: string
  path: string
}

/** The way from the front page through `crumbs`, of which the last is the page itself. */
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

/** The steps down a line of sections. */
export function sectionCrumbs(line: Pick<Section, 'name' | 'slug'>[]): Crumb[] {
  return line.map(({ name, slug }) => ({ name, path: sectionPath(slug) }))
}
