import type { Crop } from '@/lib/pictures/crops'
import type { MadeMark } from '@/lib/pictures/paper-marks'
import type { PictureFile, PictureRights } from '@/lib/pictures/picture'

/** The rights in the metadata of a picture file; an empty string where it says nothing. */
export interface StatedRights extends PictureRights {
  credit: string
}

/** Where a picture shows, in words, from the place to the country; empty where unknown. Never coordinates. */
export interface StatedPlace {
  sublocation: string
  city: string
  state: string
  country: string
}

/** What the metadata of a picture file says of it; empty where it says nothing. */
export interface StatedMetadata extends StatedRights {
  alt: string
  caption: string
  keywords: string[]
  place: StatedPlace
  /** The day on which it was taken, as the camera counted days: "2026-11-24"; null when unknown. */
  takenOn: string | null
}

/** A file of a picture on disk. */
export interface StoredFile extends Pick<PictureFile, 'format' | 'widthPx'> {
  /** Name below DATA_DIR/media; it carries a hash of the bytes. */
  name: string
}

/** The files of a picture on disk, in every size and format of the pages. */
export interface PictureOnDisk {
  widthPx: number
  heightPx: number
  original: string
  files: StoredFile[]
  /** The metadata of the file; null when it has none. */
  stated: StatedMetadata | null
}

/** A picture that was taken, or why it was not, in an editor's words. */
export type TakenPicture = { picture: PictureOnDisk; notices: string[] } | { unusable: string }

/** A file to be cut out of a stored picture. */
export interface CropOrder {
  /** The name of the crop below DATA_DIR/media. */
  name: string
  /** The name of the original there. */
  original: string
  crop: Pick<Crop, 'area' | 'widthPx' | 'heightPx'>
}

/** A file of which the paper's icon, or its logo, is made. */
export interface MarkOrder {
  file: string
  kind: 'icon' | 'logo'
}

/**
 * What decodes pictures and writes their files below DATA_DIR/media. It runs in a process of its own, because decoders
 * keep memory, and because a hostile file may end them.
 */
export interface PictureMaker {
  /**
   * Writes every size of the picture in `file`, an absolute path in a folder of its own below DATA_DIR/media, as WebP and
   * JPEG. `notices` are what the editor must know of what was not taken over. A refused picture leaves no file.
   */
  picture(file: string): Promise<TakenPicture>
  /** Writes the same sizes of a stored picture as AVIF, unless they exist. Throws when its original cannot be read. */
  avif(original: string): Promise<StoredFile[]>
  /** Writes the files of the paper's icon or logo; `file` as in `picture`. */
  mark(order: MarkOrder): Promise<MadeMark>
  /** Writes the crop, unless it exists. Throws when its original cannot be read. */
  crop(order: CropOrder): Promise<void>
}
