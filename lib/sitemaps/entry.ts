import { XML_DECLARATION, xmlText } from '@/lib/markup/xml'

/** A page in a sitemap; addresses are absolute. */
export interface SitemapEntry {
  address: string
  /** When it last changed, ISO 8601 with its zone; null when unknown. */
  modified: string | null
  /** The address of its main picture; null without one. */
  picture: string | null
  /** Every version in another language, itself included; empty when it has only one. */
  versions: LanguageVersion[]
}

export interface LanguageVersion {
  /** BCP 47 tag, or x-default for all other languages. */
  language: string
  address: string
}

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9' // sitemaps.org/protocol.html

/** The begin and end of a sitemap file. */
export const URLSET = {
  start: `${XML_DECLARATION}
<urlset xmlns="${SITEMAPS}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
`,
  end: '</urlset>\n',
} as const

/** The begin and end of a sitemap index. */
export const SITEMAPINDEX = {
  start: `${XML_DECLARATION}\n<sitemapindex xmlns="${SITEMAPS}">\n`,
  end: '</sitemapindex>\n',
} as const

/**
 * One `<url>` of a sitemap on one line (sitemaps.org; Google, Image sitemaps; Google, Localized versions). Built as a
 * string, because an archive has a million of them.
 */
export function urlEntry({ address, modified, picture, versions }: SitemapEntry): string {
  const image = picture === null ? '' : `<image:image><image:loc>${xmlText(picture)}</image:loc></image:image>`
  const alternates = versions.map(alternate).join('')
  return `<url><loc>${xmlText(address)}</loc>${lastmod(modified)}${image}${alternates}</url>\n`
}

/** One `<sitemap>` of an index on one line. */
export function indexEntry({ address, modified }: Pick<SitemapEntry, 'address' | 'modified'>): string {
  return `<sitemap><loc>${xmlText(address)}</loc>${lastmod(modified)}</sitemap>\n`
}

function lastmod(modified: string | null): string {
  return modified === null ? '' : `<lastmod>${modified}</lastmod>`
}

function alternate({ language, address }: LanguageVersion): string {
  const [hreflang, href] = [language, address].map((words) => xmlText(words).replaceAll('"', '&quot;'))
  return `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`
}
