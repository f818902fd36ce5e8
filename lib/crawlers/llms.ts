import { FEED_FORMATS, feedPath, NEWS_SITEMAP, SITEMAP } from '@/lib/addresses/document-paths'
import { correctionsPath, sectionPath, standingPagePath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import { nameOfLanguage } from '@/lib/paper/language'
import { REQUIRED_PAGES, type RequiredPage } from '@/lib/paper/required-pages'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { isBlank } from '@/lib/text/visible-text'

/**
 * The llms.txt of the paper (llmstxt.org): its name, its tagline, and links to what language models can read without
 * parsing pages. `sections` is the whole tree, parents before children; `languages` are those of its public stories, as
 * BCP 47 tags.
 */
export function llmsTxt({
  settings: { name, tagline, language },
  sections,
  languages,
  siteUrl,
}: {
  settings: Pick<SiteSettings, 'name' | 'tagline' | 'language'>
  sections: Section[]
  languages: string[]
  siteUrl: string
}): string {
  const link = (words: string, path: string, note = '') =>
    `- [${inLink(words)}](${siteUrl}${path})${note === '' ? '' : `: ${oneLine(note)}`}`
  const parts = [
    `# ${oneLine(name)}`,
    ...(isBlank(tagline) ? [] : [`> ${oneLine(tagline)}`]),
    `A newspaper in ${inWords([language, ...languages].map(nameOf))}. Every story is also there as clean Markdown and as data: put \`.md\` or \`.json\` behind its address.`,
    list('Sections', [
      link('Front page', '/', 'What the paper holds most important now'),
      ...sections.map(({ name: words, slug, description }) => link(words, sectionPath(slug), description)),
    ]),
    list('Feeds', [
      ...FEED_FORMATS.map((format) => link(FEED_NAMES[format], feedPath('/', format), 'The newest stories')),
      link('News sitemap', NEWS_SITEMAP, 'Every story of the last two days'),
      link('Sitemap', SITEMAP, 'Every story there is, by month'),
    ]),
    list('Data', [
      link('Stories', '/api/v1/articles', 'JSON, newest first; `?format=ninjs` for IPTC ninjs'),
      link('OpenAPI description', '/api/v1/openapi.json', 'Everything that the API answers, searches among it'),
    ]),
    list('Policies', [
      ...REQUIRED_PAGES.map((page) => link(PAGE_NAMES[page], standingPagePath(page))),
      link('Corrections', correctionsPath(), 'Every error that was put right, newest first'),
    ]),
  ]
  return `${parts.join('\n\n')}\n`
}

const PAGE_NAMES: Record<RequiredPage, string> = { about: 'About', contact: 'Contact', ethics: 'Ethics' }

const FEED_NAMES = { 'rss.xml': 'RSS', 'atom.xml': 'Atom', 'feed.json': 'JSON Feed' } as const

function list(heading: string, links: string[]): string {
  return [`## ${heading}`, '', ...links].join('\n')
}

/** Each once, in this order: "English, Arabic and Hindi". */
function inWords(names: string[]): string {
  return new Intl.ListFormat('en-GB').format(new Set(names))
}

function nameOf(language: string): string {
  return nameOfLanguage(language, 'en')
}

/** Text from the desk on one line, so that it cannot begin a Markdown block. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function inLink(words: string): string {
  return oneLine(words).replace(/[[\]\\]/g, '\\$&')
}
