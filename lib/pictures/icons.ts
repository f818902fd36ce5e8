/** A square icon of the paper below public/, drawn from favicon.svg. */
export interface Icon {
  path: string
  sizePx: number
  /** Whether nothing is lost when a device cuts off the corners (W3C, Web App Manifest: safe zone). */
  maskable: boolean
}

export const ICON_192: Icon = { path: '/icon-192.png', sizePx: 192, maskable: false }
export const ICON_512: Icon = { path: '/icon-512.png', sizePx: 512, maskable: false }
export const MASKABLE_ICON_512: Icon = { path: '/icon-maskable-512.png', sizePx: 512, maskable: true }
