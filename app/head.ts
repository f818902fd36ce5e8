import type { Metadata } from 'next'
import { type Surroundings, siteUrl } from '@/app/reads'

interface Head {
  /** What the page is called; null on the front page, which is called after the paper. */
  title: string | null
  description: string
  /** The canonical path of the page. */
  path: string
  /** A page that readers may find but search engines should not list. */
  unlisted?: boolean
}

/** The head that every page of the paper has. */
export function head({ settings }: Surroundings, { title, description, path, unlisted = false }: Head): Metadata {
  const address = siteUrl() + path
  return {
    title: title === null ? `${settings.name}: ${settings.tagline}` : `${title} – ${settings.name}`,
    description: description || settings.tagline,
    alternates: { canonical: address },
    robots: unlisted ? 'noindex' : 'max-image-preview:large',
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/favicon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
    openGraph: {
      siteName: settings.name,
      title: title ?? settings.name,
      description: description || settings.tagline,
      url: address,
    },
  }
}
