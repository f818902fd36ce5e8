import type { ProfilePage } from 'schema-dts'
import { authorPath } from '@/lib/addresses/paths'
import type { Author } from '@/lib/article/article'
import { profileJsonLd } from '@/lib/json-ld/author'
import { type Publication, websiteId } from '@/lib/json-ld/publication'

/** The page of an author; its list of stories is a separate object of the graph. */
export function profilePageJsonLd(publication: Publication, author: Author): ProfilePage {
  const url = publication.siteUrl + authorPath(author.slug)
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    name: author.name,
    inLanguage: publication.settings.language,
    isPartOf: { '@id': websiteId(publication) },
    mainEntity: profileJsonLd(publication, author),
  }
}
