import type { Article } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import { EMBED_INVITATIONS } from '@/lib/article/embed-invitations'
import { type ListTree, listTree } from '@/lib/article/list-tree'
import type { InTimeline } from '@/lib/content-api/listed-story'
import { escapeBlockStart, escapeMarkdown, markdownDestination, markdownText } from '@/lib/copy/markdown-text'
import type { FactBoxElement, ReaderBody, ReaderElement, ReaderFigure, ReaderText } from '@/lib/linking/reader-body'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { isBlank } from '@/lib/text/visible-text'
import { dateAndTime, isoWithZone } from '@/lib/time/dates'

interface MarkdownSite {
  settings: Pick<SiteSettings, 'timeZone' | 'language'>
  /** Public origin without a trailing slash. */
  siteUrl: string
}

/**
 * A story as Markdown (CommonMark with the tables of GFM): front matter in YAML, standfirst, text, corrections. The
 * headline is the title in the front matter and stands nowhere else: programs that read front matter make the main
 * heading of it, and so a heading in the text would be its second.
 * Live references are plain links, every URL is absolute, and it contains no HTML.
 */
export function articleMarkdown(article: InTimeline<Article>, body: ReaderBody, site: MarkdownSite): string {
  const { leadPicture } = article
  const blocks = [
    article.standfirst ? paragraph(escapeMarkdown(article.standfirst)) : '',
    leadPicture ? figure({ picture: leadPicture, caption: leadPicture.caption, credit: leadPicture.credit }, site) : '',
    ...bodyBlocks(body, article.dateline, site),
    ...corrections(article, site),
  ]
  return `${frontMatter(article, site)}\n${blocks.filter(Boolean).join('\n\n')}\n`
}

/** The front matter; each value in double quotes, which are the same in JSON and YAML 1.2. */
function frontMatter(article: InTimeline<Article>, { settings, siteUrl }: MarkdownSite): string {
  const { published, updated } = articleDates(article)
  const stamp = (instant: Date) => isoWithZone(instant, settings.timeZone)
  const lines: [string, string | string[] | null][] = [
    ['title', article.headline],
    ['authors', article.bylines.map(({ name }) => name)],
    ['published', stamp(published)],
    ['updated', updated && stamp(updated)],
    ['section', article.sections.at(-1)?.name ?? null],
    ['topics', article.topics.map(({ name }) => name)],
    ['timeline', article.soFar?.name ?? null],
    ['timeline_url', article.soFar && siteUrl + article.soFar.path],
    ['kind', article.kind],
    ['language', article.language],
    ['url', siteUrl + article.path],
  ]
  const entries = lines.flatMap(([name, value]) =>
    value === null || !value.length ? [] : `${name}: ${yamlString(value)}`,
  )
  return ['---', ...entries, '---', ''].join('\n')
}

function yamlString(value: string | string[]): string {
  if (Array.isArray(value)) return `[${value.map(yamlString).join(', ')}]`
  // JSON does not escape these, and YAML reads some of them as line ends.
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function bodyBlocks(body: ReaderBody, dateline: string, site: MarkdownSite): string[] {
  const first = body.find(({ type }) => type === 'paragraph')
  const blocks: string[] = []
  for (const element of body) {
    const lead = element === first && dateline ? `${escapeMarkdown(dateline)} — ` : ''
    blocks.push(...separateLists(blocks.at(-1), elementBlocks(element, lead, site)))
  }
  return blocks
}

/** Uses other markers for a list that follows another list, because the two would be parsed as one. */
function separateLists(before: string | undefined, [next = '', ...rest]: string[]): string[] {
  const continues = before !== undefined && LIST_MARKERS.some((sign) => sign.test(last(before)) && sign.test(next))
  if (!continues) return [next, ...rest]
  return [next.replace(/^- /gm, '* ').replace(/^(\d+)\. /gm, '$1) '), ...rest]
}

const LIST_MARKERS = [/^- /, /^\d+\. /]

/** The last line that is not within an item. */
function last(block: string): string {
  return block.split('\n').findLast((line) => !line.startsWith(' ')) ?? ''
}

function elementBlocks(element: ReaderElement, lead: string, site: MarkdownSite): string[] {
  const text = (words: ReaderText) => markdownText(words, site)
  const link = (words: string, address: string) =>
    `[${escapeMarkdown(words).trim()}](${markdownDestination(address.startsWith('/') ? site.siteUrl + address : address)})`
  switch (element.type) {
    case 'paragraph':
      return [paragraph(lead + text(element.text))]
    case 'heading':
      return [
        `${'#'.repeat(element.level)} ${heading(text(element.text))}`,
        ...(element.at ? [escapeBlockStart(dateAndTime(element.at, site.settings))] : []),
      ]
    case 'list':
      return [list(listTree(element), text)]
    case 'quote':
      return [cited(text(element.text), element.attribution)]
    case 'pull-quote':
      return [cited(escapeMarkdown(element.text), element.attribution)]
    case 'image':
      return [figure(element.figure, site)]
    case 'gallery':
      return [
        ...element.figures.map((shown) => figure(shown, site)),
        ...(element.caption ? [paragraph(escapeMarkdown(element.caption))] : []),
      ]
    case 'table':
      return [
        ...(element.caption ? [paragraph(escapeMarkdown(element.caption))] : []),
        table([element.header, ...element.rows], site),
      ]
    case 'fact-box':
      return [factBox(element.title, element.elements, text)]
    case 'divider':
      return ['---']
    case 'embed':
      return [paragraph(link(`${EMBED_INVITATIONS[element.provider]}: ${element.title}`, element.url))]
    case 'also-read':
      return [`Also read: ${link(element.target.headline, element.target.path)}`]
    case 'also-read-elsewhere':
      return [`Also read: ${link(element.label, element.url)}`]
    case 'related-news':
      return ['Related News |', element.targets.map(({ headline, path }) => `- ${link(headline, path)}`).join('\n')]
  }
}

function paragraph(words: string): string {
  return escapeBlockStart(words)
}

/** Number signs at the end of a heading would be parsed as its closing sequence. */
function heading(words: string): string {
  return words.trim().replace(/#+$/, (signs) => signs.replaceAll('#', '\\#'))
}

function list({ ordered, start, items }: ListTree<ReaderText>, text: (words: ReaderText) => string): string {
  return items
    .flatMap(({ item, lists }, place) => {
      const marker = ordered ? `${start + place}.` : '-'
      // What is within an item is indented as far as its words.
      const indent = ' '.repeat(marker.length + 1)
      const blocks: string[] = []
      for (const within of lists) blocks.push(...separateLists(blocks.at(-1), [list(within, text)]))
      return [`${marker} ${escapeBlockStart(text(item))}`, ...blocks.map((block) => block.replace(/^/gm, indent))]
    })
    .join('\n')
}

function cited(words: string, attribution: string): string {
  return blockQuote([escapeBlockStart(words), attribution ? `— ${escapeMarkdown(attribution).trim()}` : ''])
}

function factBox(title: string, elements: FactBoxElement[], text: (words: ReaderText) => string): string {
  const inner: string[] = []
  for (const element of elements) {
    const block = element.type === 'list' ? list(listTree(element), text) : paragraph(text(element.text))
    inner.push(...separateLists(inner.at(-1), [block]))
  }
  return blockQuote([`**${escapeMarkdown(title).trim()}**`, ...inner])
}

function blockQuote(blocks: string[]): string {
  return blocks
    .filter(Boolean)
    .join('\n\n')
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n')
}

/** The picture as JPEG where there is one, and its caption and credit as a paragraph. */
function figure({ picture, caption, credit }: ReaderFigure, { siteUrl }: MarkdownSite): string {
  const file = picture.files.filter(({ format }) => format === 'jpeg').at(-1) ?? picture.files.at(-1)
  const captionLine = [caption, credit].filter((words) => !isBlank(words)).join(' ')
  const shown = file ? `![${escapeMarkdown(picture.alt).trim()}](${markdownDestination(siteUrl + file.path)})` : ''
  return [shown, captionLine ? paragraph(escapeMarkdown(captionLine)) : ''].filter(Boolean).join('\n\n')
}

function table([header = [], ...rows]: ReaderText[][], { siteUrl }: MarkdownSite): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const row = (cells: ReaderText[]) => line(cells.map((cell) => markdownText(cell, { siteUrl, inTable: true }).trim()))
  return [row(header), line(header.map(() => '---')), ...rows.map(row)].join('\n')
}

function corrections({ corrections: all }: Article, { settings }: MarkdownSite): string[] {
  if (!all.length) return []
  const notes = all.map(
    ({ note, correctedAt }) => `- ${escapeBlockStart(escapeMarkdown(note))} (${dateAndTime(correctedAt, settings)})`,
  )
  return ['---', `## ${all.length === 1 ? 'Correction' : 'Corrections'}`, notes.join('\n')]
}
