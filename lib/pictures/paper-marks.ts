/** The icon of the paper as an admin uploaded it: files of several sizes below the media folder. */
export interface PaperIcon {
  /** How their names begin; a hash of the upload. */
  stem: string
  /** The same for the icon of which a device may cut off the corners. */
  maskableStem: string
}

/** The logo of the paper, for search engines and programs that show who publishes. */
export interface PaperLogo {
  stem: string
  widthPx: number
  heightPx: number
}

/** What the paper looks like beside its name; null for the drawing that comes with the site. */
export interface PaperMarks {
  icon: PaperIcon | null
  logo: PaperLogo | null
}

/** The sides of the files of an icon, in pixels. */
export const ICON_SIZES_PX = [48, 180, 192, 512] as const

/** What was made of an upload, or why nothing was, in an editor's words. */
export type MadeMark = PaperIcon | PaperLogo | { unusable: string }

export function iconPath({ stem }: PaperIcon, sizePx: (typeof ICON_SIZES_PX)[number]): string {
  return `/media/${stem}-${sizePx}.png`
}

export function maskableIconPath({ maskableStem }: PaperIcon): string {
  return `/media/${maskableStem}-512.png`
}

export function logoPath({ stem, widthPx }: PaperLogo): string {
  return `/media/${stem}-${widthPx}.png`
}

/** The file of the icon that answers a fixed address, at which browsers and devices look; null for any other address. */
export function iconFileAt(path: string, icon: PaperIcon): string | null {
  switch (path) {
    case '/favicon.ico':
    case '/favicon.svg':
      return `${icon.stem}-48.png`
    case '/apple-touch-icon.png':
      return `${icon.stem}-180.png`
    case '/icon-192.png':
      return `${icon.stem}-192.png`
    case '/icon-512.png':
      return `${icon.stem}-512.png`
    case '/icon-maskable-512.png':
      return `${icon.maskableStem}-512.png`
    default:
      return null
  }
}
