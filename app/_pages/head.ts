import type { Metadata } from 'next'
import { type PageChrome, siteUrl } from '@/app/reads'
import { FEED_FORMATS, type FeedFormat, feedPath, MANIFEST } from '@/lib/addresses/document-paths'
import { openGraphLocale } from '@/lib/crawlers/open-graph-locale'
import { ICON_192 } from '@/lib/pictures/icons'
import { iconPath } from '@/lib/pictures/paper-marks'
import { paperImage, type SharingImage } from '@/lib/pictures/sharing-image'

interface Head {
  /** What the page is called; null on the front page, which is called after the paper. */
  title: string | null
  description: string
  /** The canonical path of the page; null for a page that stands nowhere, such as the one for what is missing. */
  path: string | null
  /** A page that readers may find but search engines should not list. */
  unlisted?: boolean
  /** What stands for the page where it is shared; left out: the paper’s card. */
  image?: SharingImage
  /** The list on this page that has feeds of its own, by its first page. */
  list?: { name: string; path: string }
  /** Whom the page is about. */
  profile?: Profile | undefined
}

/** A person in Open Graph (ogp.me, Profile). */
export interface Profile {
  /** Unique among the people of the paper. */
  username: string
  firstName?: string
  lastName?: string
}

const FEED_TYPES: Record<FeedFormat, string> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
}

/** The head that every page of the paper has. */
export function head(
  { settings }: PageChrome,
  { title, description, path, unlisted = false, image = paperImage(settings), list, profile }: Head,
): Metadata {
  const address = path === null ? undefined : siteUrl() + path
  // A paper that is not described yet has at least its name.
  const words = description || settings.tagline || settings.name
  return {
    title:
      title === null ? [settings.name, settings.tagline].filter(Boolean).join(': ') : `${title} – ${settings.name}`,
    description: words,
    alternates: { canonical: address, types: feedsOf([{ name: settings.name, path: '/' }, ...(list ? [list] : [])]) },
    robots: unlisted ? 'noindex' : 'max-image-preview:large',
    manifest: MANIFEST,
    icons: iconsOf(settings),
    openGraph: {
      ...(profile ? { type: 'profile', ...profile } : { type: 'website' }),
      siteName: settings.name,
      title: title ?? settings.name,
      description: words,
      url: address,
      locale: openGraphLocale(settings.language),
      images: [openGraphImage(image)],
    },
    twitter: {
      card: 'summary_large_image',
      title: title ?? settings.name,
      description: words,
      images: [{ url: siteUrl() + image.path, alt: image.alt }],
    },
  }
}

/** The icon that an admin uploaded, or the drawing that comes with the site. */
function iconsOf({ marks }: PageChrome['settings']): Metadata['icons'] {
  const own = marks?.icon
  const png = (url: string, sizePx: number) => ({ url, sizes: `${sizePx}x${sizePx}`, type: 'image/png' })
  if (own) return { icon: [png(iconPath(own, 48), 48), png(iconPath(own, 192), 192)], apple: iconPath(own, 180) }
  return {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/favicon.svg', type: 'image/svg+xml' },
      png(ICON_192.path, ICON_192.sizePx),
    ],
    apple: '/apple-touch-icon.png',
  }
}

function openGraphImage({ path, widthPx, heightPx, alt, type }: SharingImage) {
  return { url: siteUrl() + path, width: widthPx, height: heightPx, alt, type }
}

/** The feeds of each list, by format. */
function feedsOf(lists: { name: string; path: string }[]) {
  return Object.fromEntries(
    FEED_FORMATS.map((format) => [
      FEED_TYPES[format],
      lists.map(({ name, path }) => ({ url: siteUrl() + feedPath(path, format), title: name })),
    ]),
  )
}
