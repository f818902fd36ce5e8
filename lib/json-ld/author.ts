import type { Person } from 'schema-dts'
import { authorPath } from '@/lib/addresses/paths'
import type { Author } from '@/lib/article/article'
import { organizationId, type Publication } from '@/lib/json-ld/publication'

/** The `@id` of an author in every graph. */
export function authorId({ siteUrl }: Publication, slug: string): string {
  return `${siteUrl}${authorPath(slug)}#person`
}

/** An author in the byline of a story: name and page, nothing else. */
export function authorJsonLd(publication: Publication, { slug, name }: Pick<Author, 'slug' | 'name'>): Person {
  return { '@type': 'Person', '@id': authorId(publication, slug), name, url: publication.siteUrl + authorPath(slug) }
}

/** An author as described on their profile page. */
export function profileJsonLd(publication: Publication, author: Author): Person {
  const { role, bio, portrait, email, links } = author
  const file = portrait?.files.findLast(({ format }) => format === 'jpeg')
  return {
    '@type': 'Person',
    '@id': authorId(publication, author.slug),
    name: author.name,
    url: publication.siteUrl + authorPath(author.slug),
    ...(role && { jobTitle: role }),
    ...(bio && { description: bio }),
    ...(file && { image: publication.siteUrl + file.path }),
    ...(email && { email }),
    ...(links.length > 0 && { sameAs: links.map(({ url }) => url) }),
    worksFor: { '@id': organizationId(publication) },
  }
}
