import type { CollectionPage, ItemList, Thing } from 'schema-dts'
import { type Publication, websiteId } from '@/lib/json-ld/publication'

/** One item of a list page. */
export interface ListedItem {
  headline: string
  path: string
}

export interface Collection {
  /** Canonical path of the page. */
  path: string
  name: string
  /** Empty without one. */
  description: string
  /** In the order of the page. */
  items: ListedItem[]
  /** The subject of all stories; left out when they only share a section. */
  about?: Thing
}

/** A page that is a list of stories. */
export function collectionPageJsonLd(publication: Publication, collection: Collection): CollectionPage {
  const { siteUrl, settings } = publication
  const { path, name, description, items, about } = collection
  const url = siteUrl + path
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name,
    ...(description && { description }),
    inLanguage: settings.language,
    isPartOf: { '@id': websiteId(publication) },
    ...(about && { about }),
    ...(items.length && { mainEntity: itemListJsonLd(publication, { path, items }) }),
  }
}

/** The stories of a page in its order; positions count from 1 on each page. */
export function itemListJsonLd(
  { siteUrl }: Publication,
  { path, items }: Pick<Collection, 'path' | 'items'>,
): ItemList {
  return {
    '@type': 'ItemList',
    '@id': `${siteUrl}${path}#list`,
    numberOfItems: items.length,
    itemListElement: items.map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: item.headline,
      url: siteUrl + item.path,
    })),
  }
}
