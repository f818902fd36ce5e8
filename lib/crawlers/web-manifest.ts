import { directionOf } from '@/lib/paper/language'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { ICON_192, ICON_512, MASKABLE_ICON_512 } from '@/lib/pictures/icons'
import { iconPath, maskableIconPath } from '@/lib/pictures/paper-marks'
import { PAPER_COLOURS } from '@/lib/pictures/theme-colours'

/** What a device needs to put the paper on its home screen (W3C, Web Application Manifest). */
export function webManifest({ name, tagline, language, marks }: SiteSettings) {
  const own = marks?.icon
  const icons = own
    ? [
        { ...ICON_192, path: iconPath(own, 192) },
        { ...ICON_512, path: iconPath(own, 512) },
        { ...MASKABLE_ICON_512, path: maskableIconPath(own) },
      ]
    : [ICON_192, ICON_512, MASKABLE_ICON_512]
  return {
    id: '/',
    name,
    short_name: name,
    ...(tagline && { description: tagline }),
    lang: language,
    dir: directionOf(language),
    start_url: '/',
    scope: '/',
    // Readers keep the back button and an address to share.
    display: 'minimal-ui',
    background_color: PAPER_COLOURS.light,
    theme_color: PAPER_COLOURS.light,
    categories: ['news'],
    icons: icons.map(({ path, sizePx, maskable }) => ({
      src: path,
      sizes: `${sizePx}x${sizePx}`,
      type: 'image/png',
      purpose: maskable ? 'maskable' : 'any',
    })),
  }
}
