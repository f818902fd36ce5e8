import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { rightsIn, rightsXmp, type StatedRights } from '@/db/pictures/picture-rights'
import type { StoredFile } from '@/db/store/schema'

/** The files of a picture on disk, in every size and format of the pages. */
export interface PictureOnDisk {
  widthPx: number
  heightPx: number
  original: string
  files: StoredFile[]
  /** The rights in the metadata of the file; null when it has none. */
  stated: StatedRights | null
}

/** The bytes cannot be used as a picture; the message says why in an editor's words. */
export class UnusablePicture extends Error {}

const WIDTHS_PX = [320, 480, 800, 1200, 1600]
/** Without the smallest width: a browser without AVIF and WebP is not on a small phone. */
const JPEG_WIDTHS_PX = WIDTHS_PX.slice(1)
const SMALLEST_SIDE_PX = 16
const MOST_PIXELS = 100_000_000
const DRAWING_WIDTH_PX = 1600

/**
 * The version of the encoding settings. It is part of every file name, so that a file never changes under its address.
 * AVIF effort 2 takes a tenth of the time of effort 4, for 7% more bytes.
 */
const RECIPE = '2'
const AVIF = { quality: 52, effort: 2 }
const WEBP = { quality: 78, effort: 3 } as const
export const JPEG = { quality: 78, mozjpeg: true } as const

/** How the name of a file ends that is still being written. */
const UNFINISHED = '.part'

const RASTER_FORMATS = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif']

/**
 * Writes every size of the picture in `bytes` below `dataDir`/media, unless the files exist.
 * - Files are upright and in sRGB. Of the metadata only the rights stay, never a location.
 * - No file is wider than the picture. A picture narrower than the largest size gets a file in its own width as well.
 * Throws UnusablePicture when the bytes are not an image that can be shown.
 */
export async function writePicture(dataDir: string, bytes: Buffer): Promise<PictureOnDisk> {
  const { format, xmp } = await metadataOf(bytes)
  const extension = format === 'jpeg' ? 'jpg' : format
  const original = { name: `originals/${hashOf(bytes)}.${extension}`, bytes }
  return writeSizes(dataDir, { bytes, rights: rightsIn({ xmp, bytes }), original })
}

/**
 * Writes every size of one of the paper's own SVG drawings, rendered 1600 px wide. Not for files from outside.
 * `avifEffort` is what the encoder spends on a smaller file, from 0; a test that only needs the files spends nothing.
 */
export async function writeDrawing(
  dataDir: string,
  svg: Buffer,
  { avifEffort = AVIF.effort }: { avifEffort?: number } = {},
): Promise<PictureOnDisk> {
  const original = { name: `originals/${hashOf(svg)}.svg`, bytes: svg }
  return writeSizes(dataDir, { bytes: await rasterOf(svg), rights: null, original, avifEffort })
}

function rasterOf(svg: Buffer): Promise<Buffer> {
  return sharp(svg).resize(DRAWING_WIDTH_PX).flatten({ background: 'white' }).png().toBuffer()
}

/** A stored picture, read from its original file: upright, as wide as its widest file, with its rights. */
export async function storedPicture(dataDir: string, original: string) {
  const bytes = await readFile(join(dataDir, 'media', original))
  if (original.endsWith('.svg')) return { rights: null, upright: await uprightPixels(await rasterOf(bytes)) }
  const { xmp } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()
  return { rights: rightsIn({ xmp, bytes }), upright: await uprightPixels(bytes) }
}

async function metadataOf(bytes: Buffer) {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!metadata || !RASTER_FORMATS.includes(metadata.format)) {
    throw new UnusablePicture('This file is not a picture that can be used. Send a JPEG, PNG, WebP, AVIF, GIF or TIFF.')
  }
  const { width, height } = metadata
  if (Math.min(width, height) < SMALLEST_SIDE_PX) {
    throw new UnusablePicture(
      `The picture is ${width} × ${height} pixels; each side needs at least ${SMALLEST_SIDE_PX}.`,
    )
  }
  if (width * height > MOST_PIXELS) {
    throw new UnusablePicture(
      `The picture has ${Math.round((width * height) / 1_000_000)} megapixels; the most is ${MOST_PIXELS / 1_000_000}.`,
    )
  }
  return metadata
}

interface Source {
  bytes: Buffer
  rights: StatedRights | null
  original: { name: string; bytes: Buffer }
  avifEffort?: number
}

/** The pictures that are being written, by the path of their original. */
const underWay = new Map<string, Promise<PictureOnDisk>>()

/** A picture that is sent twice at once is written once, so that the failure of one does not take files from the other. */
function writeSizes(dataDir: string, source: Source): Promise<PictureOnDisk> {
  const path = join(dataDir, source.original.name)
  const running = underWay.get(path)
  if (running) return running
  const written = writeEverySize(dataDir, source).finally(() => underWay.delete(path))
  underWay.set(path, written)
  return written
}

async function writeEverySize(
  dataDir: string,
  { bytes, rights, original, avifEffort = AVIF.effort }: Source,
): Promise<PictureOnDisk> {
  // Decoded and rotated once instead of once for each of fourteen files.
  const upright = await uprightPixels(bytes)
  const { width: widthPx, height: heightPx, channels } = upright.info
  const at = (width: number) => {
    const image = sharp(upright.data, { raw: { width: widthPx, height: heightPx, channels } }).resize({ width })
    return rights ? image.withXmp(rightsXmp(rights)) : image
  }
  const hash = hashOf(original.bytes)
  const plan = [
    ...fitting(WIDTHS_PX, widthPx).map((width) => ({ format: 'avif' as const, width, extension: 'avif' })),
    ...fitting(WIDTHS_PX, widthPx).map((width) => ({ format: 'webp' as const, width, extension: 'webp' })),
    ...fitting(JPEG_WIDTHS_PX, widthPx).map((width) => ({ format: 'jpeg' as const, width, extension: 'jpg' })),
  ]
  const files: StoredFile[] = []
  const written: string[] = []
  const write = async (name: string, produce: () => Promise<Buffer>) => {
    if (await writeOnce(join(dataDir, 'media', name), produce)) written.push(name)
  }
  try {
    for (const { format, width, extension } of plan) {
      const name = `${hash}-${width}.${extension}`
      await write(name, () => encoded(at(width), format, avifEffort))
      files.push({ format, widthPx: width, name })
    }
    await write(original.name, async () => original.bytes)
  } catch (error) {
    // A picture is there with all its files or not at all.
    for (const name of written) await rm(join(dataDir, 'media', name), { force: true })
    throw error
  }
  return { widthPx, heightPx, original: original.name, files, stated: rights }
}

async function uprightPixels(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .toColourspace('srgb')
    .resize({ width: Math.max(...WIDTHS_PX), withoutEnlargement: true })
    .flatten({ background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new UnusablePicture('The picture is damaged: it cannot be read to its end.')
    })
}

function encoded(image: Sharp, format: StoredFile['format'], avifEffort: number): Promise<Buffer> {
  switch (format) {
    case 'avif':
      return image.avif({ ...AVIF, effort: avifEffort }).toBuffer()
    case 'webp':
      return image.webp(WEBP).toBuffer()
    case 'jpeg':
      return image.jpeg(JPEG).toBuffer()
  }
}

function fitting(widths: number[], own: number): number[] {
  const narrower = widths.filter((width) => width <= own)
  return own < Math.max(...widths) && !narrower.includes(own) ? [...narrower, own] : narrower
}

/**
 * Writes a file unless it exists; whether it was written. It gets its name only when it is complete, so that no reader gets
 * a partial file; a file that cannot be completed leaves nothing.
 */
export async function writeOnce(file: string, produce: () => Promise<Buffer>): Promise<boolean> {
  const there = await access(file).then(
    () => true,
    () => false,
  )
  if (there) return false
  const bytes = await produce()
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}-${Math.round(performance.now() * 1000)}${UNFINISHED}`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return true
}

/** Removes what a process that was killed has left unfinished below `dataDir`/media. To be called before anything is written. */
export async function removeUnfinished(dataDir: string): Promise<void> {
  for (const folder of ['media', 'media/originals']) {
    const names = await readdir(join(dataDir, folder)).catch(() => [])
    for (const name of names) {
      if (name.endsWith(UNFINISHED)) await rm(join(dataDir, folder, name), { force: true })
    }
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).update(RECIPE).digest('hex').slice(0, 16)
}
