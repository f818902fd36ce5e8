import { authorPath } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'
import type { Article } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import { heightAt } from '@/lib/content-api/picture-json'
import { absoluteUrl, isoInstant, type Publisher } from '@/lib/content-api/publisher'
import type { Answer } from '@/lib/content-api/schemas'
import { element, xmlDocument } from '@/lib/markup/xml'
import { directionOf } from '@/lib/paper/language'
import { storyImage } from '@/lib/pictures/sharing-image'
import { shortDay } from '@/lib/time/dates'

/** The largest size that the client accepts, in pixels; without a bound where it is left out. */
export interface EmbedSize {
  maxwidth?: number
  maxheight?: number
}

/** The path of an address on this site; null for an address elsewhere. */
export function pathOn({ siteUrl }: Publisher, address: string): string | null {
  const url = parseUrl(address)
  // Host, not origin: clients may still have an address with http.
  return url && url.host === new URL(siteUrl).host ? url.pathname : null
}

/** The size of the quotation in pixels: five lines of text in a column. */
const WIDTH_PX = 600
const HEIGHT_PX = 200
const CACHE_SECONDS = 3600

/**
 * The oEmbed answer of a story (oEmbed 1.0, section 2.3.4): a quotation that links to it, without scripts, styles or
 * anything that is fetched. Values are in the order of the specification; unknown ones are left out.
 */
export function oEmbed(article: Article, size: EmbedSize, publisher: Publisher): Answer<'OEmbed'> {
  const [byline] = article.bylines
  return {
    type: 'rich',
    version: '1.0',
    title: article.headline,
    ...(byline && { author_name: byline.name }),
    ...(byline?.authorSlug && { author_url: absoluteUrl(publisher, authorPath(byline.authorSlug)) }),
    provider_name: publisher.settings.name,
    provider_url: absoluteUrl(publisher, '/'),
    cache_age: CACHE_SECONDS,
    ...thumbnail(article, size, publisher),
    html: quotation(article, publisher),
    width: Math.min(WIDTH_PX, size.maxwidth ?? WIDTH_PX),
    height: Math.min(HEIGHT_PX, size.maxheight ?? HEIGHT_PX),
  }
}

/** The same answer as XML (oEmbed 1.0, section 2.3.2). */
export function oEmbedXml(answer: Answer<'OEmbed'>): string {
  return xmlDocument(
    element(
      'oembed',
      {},
      Object.entries(answer).map(([name, value]) => element(name, {}, String(value))),
    ),
  )
}

/** The largest picture that fits: the one for sharing, or a smaller file of the lead picture. */
function thumbnail(article: Article, { maxwidth = Infinity, maxheight = Infinity }: EmbedSize, publisher: Publisher) {
  const { leadPicture, ...story } = article
  const shared = storyImage({ ...story, leadPicture }, publisher.settings)
  const files = (leadPicture?.files ?? [])
    .filter(({ format }) => format === 'jpeg')
    .map(({ path, widthPx }) => ({ path, widthPx, heightPx: leadPicture ? heightAt(leadPicture, widthPx) : 0 }))
    .reverse()
  const fitting = [shared, ...files].find((image) => image.widthPx <= maxwidth && image.heightPx <= maxheight)
  return (
    fitting && {
      thumbnail_url: absoluteUrl(publisher, fitting.path),
      thumbnail_width: fitting.widthPx,
      thumbnail_height: fitting.heightPx,
    }
  )
}

function quotation(article: Article, publisher: Publisher): string {
  const { settings } = publisher
  const { published } = articleDates(article)
  const names = article.bylines.map(({ name }) => name).join(', ')
  return element(
    'blockquote',
    { lang: article.language, dir: directionOf(article.language), cite: absoluteUrl(publisher, article.path) },
    element('p', {}, element('a', { href: absoluteUrl(publisher, article.path) }, article.headline)),
    article.standfirst ? element('p', {}, article.standfirst) : null,
    element(
      'footer',
      { lang: settings.language, dir: directionOf(settings.language) },
      names ? `${names}, ` : null,
      element('cite', {}, settings.name),
      ', ',
      element('time', { datetime: isoInstant(publisher, published) }, shortDay(published, settings)),
    ),
  ).source
}
