import { OPEN_SEARCH_SUGGESTIONS } from '@/lib/addresses/document-paths'
import { element, xmlDocument } from '@/lib/markup/xml'
import type { SiteSettings } from '@/lib/paper/site-settings'

export const SUGGESTIONS_TYPE = 'application/x-suggestions+json'
export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml'

/** In characters (OpenSearch 1.1, section 2.2). */
const SHORT_NAME_MAX_LENGTH = 16
const LONG_NAME_MAX_LENGTH = 48
const DESCRIPTION_MAX_LENGTH = 1024

/** The description by which a browser offers to search the paper (OpenSearch 1.1, draft 6). */
export function openSearchDescription(
  { name, tagline, language, organisation }: Pick<SiteSettings, 'name' | 'tagline' | 'language' | 'organisation'>,
  siteUrl: string,
): string {
  const url = (type: string, template: string, rel: string) =>
    element('Url', { type, template: siteUrl + template, rel })
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/', 'xml:lang': language },
      element('ShortName', {}, shortened(name, SHORT_NAME_MAX_LENGTH)),
      element('LongName', {}, shortened(name, LONG_NAME_MAX_LENGTH)),
      element('Description', {}, shortened(tagline || name, DESCRIPTION_MAX_LENGTH)),
      element('Language', {}, language),
      element('InputEncoding', {}, 'UTF-8'),
      element('OutputEncoding', {}, 'UTF-8'),
      organisation.email ? element('Contact', {}, organisation.email) : null,
      element('Image', { width: 16, height: 16, type: 'image/x-icon' }, `${siteUrl}/favicon.ico`),
      url('text/html', '/search?q={searchTerms}', 'results'),
      url(SUGGESTIONS_TYPE, `${OPEN_SEARCH_SUGGESTIONS}?q={searchTerms}`, 'suggestions'),
    ),
  )
}

/** Suggestions as browsers read them (OpenSearch Suggestions 1.1): what was typed, words, what they are, where they are. */
export function suggestionsJson(
  typed: string,
  suggestions: readonly { words: string; kind: string; path: string }[],
  siteUrl: string,
): string {
  const kinds = suggestions.map(({ kind }) => kind.charAt(0).toUpperCase() + kind.slice(1))
  return JSON.stringify([
    typed,
    suggestions.map(({ words }) => words),
    kinds,
    suggestions.map(({ path }) => siteUrl + path),
  ])
}

/** Cut between words where it can be. */
function shortened(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const cut = characters.slice(0, most).join('')
  return /^(.+)\s\S*$/su.exec(cut)?.[1]?.trim() ?? cut
}
