import type { Metadata } from 'next'

type Attributes = Record<string, string>

/**
 * The head that the framework renders of the metadata of a page of this site, as HTML: title, description, robots, the
 * canonical and alternate links, icons, Open Graph and cards. Throws for a value of a shape that no page uses.
 */
export function renderedHead(metadata: Metadata): string {
  const { title, description, authors, robots, alternates, openGraph, twitter, manifest } = metadata
  return [
    '<meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="theme-color" content="#fff"/><link rel="icon" href="/favicon.ico"/>',
    `<title>${escaped(text(title))}</title>`,
    named('description', description),
    ...[authors ?? []].flat().map(({ name }) => named('author', name)),
    named('robots', robots),
    link({ rel: 'manifest', href: manifest }),
    link({ rel: 'canonical', href: alternates?.canonical }),
    ...Object.entries(alternates?.languages ?? {}).map(([hrefLang, href]) =>
      link({ rel: 'alternate', hrefLang, href }),
    ),
    ...Object.entries(alternates?.types ?? {}).flatMap(([type, all]) =>
      [all].flat().map((one) => {
        const { url, title } = one as { url: string; title: string }
        return link({ rel: 'alternate', type, href: url, title })
      }),
    ),
    ...propertiesOf('og', openGraph, {
      title: 'og:title',
      description: 'og:description',
      url: 'og:url',
      siteName: 'og:site_name',
      locale: 'og:locale',
      alternateLocale: 'og:locale:alternate',
      type: 'og:type',
      publishedTime: 'article:published_time',
      modifiedTime: 'article:modified_time',
      authors: 'article:author',
      section: 'article:section',
      tags: 'article:tag',
    }),
    ...propertiesOf('twitter', twitter, {
      card: 'twitter:card',
      title: 'twitter:title',
      description: 'twitter:description',
    }),
  ].join('')
}

function propertiesOf(prefix: 'og' | 'twitter', values: object | null | undefined, names: Attributes): string[] {
  return Object.entries(values ?? {}).flatMap(([key, value]) => {
    if (key === 'images') {
      return [value]
        .flat()
        .flatMap(({ url, ...rest }) => [
          meta(prefix, `${prefix}:image`, url),
          ...Object.entries(rest).map(([part, words]) => meta(prefix, `${prefix}:image:${part}`, words)),
        ])
    }
    const name = names[key]
    if (!name) throw new Error(`no page is known to have ${prefix} ${key}`)
    return [value].flat().map((one) => meta(prefix, name, one))
  })
}

function meta(prefix: 'og' | 'twitter', name: string, content: unknown): string {
  if (content === undefined || content === null || content === '') return ''
  return `<meta ${prefix === 'og' ? 'property' : 'name'}="${name}" content="${escaped(text(content))}"/>`
}

function named(name: string, content: unknown): string {
  return meta('twitter', name, content)
}

function link(attributes: Record<string, unknown>): string {
  const { href } = attributes
  if (href === undefined || href === null) return ''
  const all = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(text(value))}"`)
  return `<link ${all.join(' ')}/>`
}

function text(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new Error(`no page is known to have ${JSON.stringify(value)} in its head`)
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
