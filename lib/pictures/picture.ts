export interface PictureFile {
  format: 'avif' | 'webp' | 'jpeg'
  widthPx: number
  path: string
}

/** An image with everything a page needs to show it; files are ordered by format, then by width. */
export interface Picture {
  id: number
  alt: string
  caption: string
  credit: string
  /** Empty strings where unknown. */
  rights: PictureRights
  widthPx: number
  heightPx: number
  /** The point that every crop keeps, as shares of width and height. */
  focus: { x: number; y: number }
  /** The name of the original file, below the media folder; it begins with the hash of its bytes. */
  original: string
  files: PictureFile[]
}

/** Who made a picture, who owns it, and where its licence is. */
export interface PictureRights {
  creator: string
  copyright: string
  /** Web addresses. */
  licenceUrl: string
  acquireUrl: string
}
