import type { FeedPicture } from '@/lib/feeds/feed-picture'
import { element, type Xml } from '@/lib/markup/xml'

/** The namespace of Media RSS (rssboard.org/media-rss), which RSS and Atom share. */
export const MEDIA_RSS = 'http://search.yahoo.com/mrss/'

/** The picture of an item; its prefix is `media`. */
export function mediaContent({ url, alt, credit, widthPx, heightPx }: FeedPicture): Xml {
  return element(
    'media:content',
    { url, type: 'image/jpeg', medium: 'image', width: widthPx, height: heightPx },
    alt ? element('media:description', { type: 'plain' }, alt) : null,
    credit ? element('media:credit', {}, credit) : null,
  )
}
