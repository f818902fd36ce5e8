import type { Article, LinkTarget } from '@/lib/article/article'
import { EMBED_INVITATIONS } from '@/lib/article/embed-invitations'
import { type ListTree, listTree } from '@/lib/article/list-tree'
import { feedPicture } from '@/lib/feeds/feed-picture'
import type { ReaderBody, ReaderElement, ReaderFigure, ReaderSpan, ReaderText } from '@/lib/linking/reader-body'
import { element, type Xml, type XmlContent } from '@/lib/markup/xml'
import { directionOf } from '@/lib/paper/language'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { dateAndTime } from '@/lib/time/dates'

/** The parts of a story that its text in a feed contains. */
export type FeedText = Pick<Article, 'language' | 'standfirst' | 'dateline' | 'leadPicture' | 'corrections'> & {
  body: ReaderBody
}

export interface FeedContext {
  settings: Pick<SiteSettings, 'language' | 'timeZone'>
  /** Public origin without a trailing slash. */
  siteUrl: string
}

/**
 * A story as HTML for feed readers: the standfirst, the lead picture, the body, the corrections. All addresses are
 * absolute. It needs no script, style or frame: live references and embeds are plain links. It is well-formed XML too.
 */
export function feedHtml(story: FeedText, { settings, siteUrl }: FeedContext): string {
  const { language, standfirst, dateline, leadPicture, corrections, body } = story
  const shown = inHtml({ settings, siteUrl }, language)
  const first = body.find(({ type }) => type === 'paragraph')
  const content = [
    standfirst ? element('p', {}, standfirst) : null,
    leadPicture
      ? shown.figure({ picture: leadPicture, caption: leadPicture.caption, credit: leadPicture.credit })
      : null,
    ...body.map((part) => shown.part(part, part === first && dateline ? `${dateline} — ` : null)),
    corrections.length
      ? element('h2', otherLanguage(settings.language, language), corrections.length > 1 ? 'Corrections' : 'Correction')
      : null,
    ...corrections.map(({ note, correctedAt }) => element('p', {}, `${note} (${dateAndTime(correctedAt, settings)})`)),
  ]
  // A feed has one language and no direction, so each story states its own.
  return element('div', { lang: language, dir: directionOf(language) }, ...content).source
}

/** The lead picture and the standfirst of a story, as a feed of summaries shows them; null without a picture. */
export function summaryHtml(
  { language, standfirst, leadPicture }: Pick<FeedText, 'language' | 'standfirst' | 'leadPicture'>,
  around: FeedContext,
): string | null {
  if (!leadPicture) return null
  const { caption, credit } = leadPicture
  const picture = inHtml(around, language).figure({ picture: leadPicture, caption, credit })
  if (!picture) return null
  const summary = standfirst ? element('p', {}, standfirst) : null
  return element('div', { lang: language, dir: directionOf(language) }, picture, summary).source
}

function inHtml({ settings, siteUrl }: FeedContext, language: string) {
  const address = (href: string) => (href.startsWith('/') ? siteUrl + href : href)
  const link = ({ path, headline, language: targetLanguage }: LinkTarget) =>
    element('a', { href: address(path), ...otherLanguage(targetLanguage, language) }, headline)
  const spans = (text: ReaderText): XmlContent => text.map((span) => linked(span, address))

  const figure = (source: ReaderFigure): Xml | null => {
    const picture = feedPicture(source, siteUrl)
    if (!picture) return null
    const { url: src, alt, widthPx: width, heightPx: height, caption, credit } = picture
    const words = [caption, credit].filter(Boolean).join(' ')
    return element(
      'figure',
      {},
      element('img', { src, alt, width, height }),
      words ? element('figcaption', {}, words) : null,
    )
  }

  const cited = (words: XmlContent, attribution: string) =>
    element(
      'figure',
      {},
      element('blockquote', {}, element('p', {}, words)),
      attribution ? element('figcaption', {}, attribution) : null,
    )

  const list = ({ ordered, start, items }: ListTree<ReaderText>): XmlContent =>
    element(
      ordered ? 'ol' : 'ul',
      ordered && start !== 1 ? { start } : {},
      items.map(({ item, lists }) => element('li', {}, spans(item), lists.map(list))),
    )

  /** `lead` is HTML that goes before the text of the paragraph. */
  const part = (source: ReaderElement, lead: string | null): XmlContent => {
    switch (source.type) {
      case 'paragraph':
        return element('p', {}, lead, spans(source.text))
      case 'heading':
        return [
          source.at ? element('p', otherLanguage(settings.language, language), dateAndTime(source.at, settings)) : null,
          element(`h${source.level}`, {}, spans(source.text)),
        ]
      case 'list':
        return list(listTree(source))
      case 'quote':
        return cited(spans(source.text), source.attribution)
      case 'pull-quote':
        return cited(source.text, source.attribution)
      case 'image':
        return figure(source.figure)
      case 'gallery':
        return [...source.figures.map(figure), source.caption ? element('p', {}, source.caption) : null]
      case 'table':
        return element(
          'table',
          {},
          source.caption ? element('caption', {}, source.caption) : null,
          element('thead', {}, row('th', source.header.map(spans))),
          element(
            'tbody',
            {},
            source.rows.map((cells) => row('td', cells.map(spans))),
          ),
        )
      case 'fact-box':
        return element(
          'section',
          {},
          element('p', {}, element('strong', {}, source.title)),
          source.elements.map((inner) => part(inner, null)),
        )
      case 'divider':
        return element('hr')
      case 'embed':
        return element(
          'p',
          {},
          element('a', { href: source.url }, `${EMBED_INVITATIONS[source.provider]}: ${source.title}`),
        )
      case 'also-read':
        return element('p', {}, 'Also read: ', link(source.target))
      case 'also-read-elsewhere':
        return element('p', {}, 'Also read: ', element('a', { href: source.url }, source.label))
      case 'related-news':
        return [
          element('p', {}, 'Related News |'),
          element(
            'ul',
            {},
            source.targets.map((target) => element('li', {}, link(target))),
          ),
        ]
    }
  }
  return { part, figure }
}

function row(name: 'th' | 'td', cells: XmlContent[]): Xml {
  return element(
    'tr',
    {},
    cells.map((cell) => element(name, {}, cell)),
  )
}

function linked(span: ReaderSpan, address: (href: string) => string): XmlContent {
  return span.href === null ? marked(span) : element('a', { href: address(span.href) }, marked(span))
}

function marked({ text, marks }: ReaderSpan): XmlContent {
  let words: XmlContent = text
  if (marks.includes('subscript')) words = element('sub', {}, words)
  if (marks.includes('superscript')) words = element('sup', {}, words)
  if (marks.includes('code')) words = element('code', {}, words)
  if (marks.includes('italic')) words = element('em', {}, words)
  if (marks.includes('bold')) words = element('strong', {}, words)
  return words
}

/** The attributes of text in `language` within text in another one; none when they are the same. */
function otherLanguage(language: string, surrounding: string): Record<string, string> {
  return language === surrounding ? {} : { lang: language, dir: directionOf(language) }
}
