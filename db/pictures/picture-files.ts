import { createHash, type Hash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { incomingFolder, UNFINISHED_PICTURE } from '@/db/pictures/incoming-files'
import { iptcInComments } from '@/db/pictures/iptc'
import { metadataIn, metadataXmp } from '@/db/pictures/picture-metadata'
import { FIRST_BYTES, formatOf, HEIC_PROBLEM, type PictureFormat, RAW_PROBLEM } from '@/lib/pictures/first-bytes'
import { isMovingAvif, isMovingPng, MOVES } from '@/lib/pictures/moving'
import type { PictureOnDisk, StatedMetadata, StoredFile, TakenPicture } from '@/lib/pictures/picture-maker'
import { isRawPhotograph } from '@/lib/pictures/raw-photograph'
import { MAX_PIXELS, MAX_WIDTH_PX, sizeProblem } from '@/lib/pictures/shown-size'

const WIDTHS_PX = [320, 480, 800, 1200, MAX_WIDTH_PX]
/** Without the smallest width: a browser without AVIF and WebP is not on a small phone. */
const JPEG_WIDTHS_PX = WIDTHS_PX.slice(1)
const DRAWING_WIDTH_PX = MAX_WIDTH_PX

/**
 * The versions of the encoding settings and of what files say of a picture, the present one last. It is part of every
 * file name, so that a file never changes under its address; the earlier ones tell that a picture is in the store.
 */
const RECIPES = ['2', '3']
/** AVIF effort 2 takes a tenth of the time of effort 4, for 7% more bytes. */
const AVIF = { quality: 52, effort: 2 }
const WEBP = { quality: 78, effort: 3 } as const
export const JPEG = { quality: 78, mozjpeg: true } as const

const UNCONVERTIBLE =
  'The picture can be read, but not made ready for pages. Save it again as a JPEG or PNG, and upload that.'
const DAMAGED =
  'The picture is damaged: it cannot be read to its end. Save it again in the program it comes from, or have it sent anew, and upload that.'

/** The decoder cannot read the bytes as a picture. */
class Damaged extends Error {}

/**
 * Writes every size of the picture in `file` below `dataDir`/media, unless the files exist. The folder of `file` is its
 * own and lies there, too; files are made in it, and get their place when all are made. Whoever made it removes it.
 * - What the file is, is decided by its first bytes. The decoder gets no other format.
 * - Files are upright and in sRGB. Of the metadata stay the rights, the words and the named place, never coordinates.
 * - AVIF is left out: it takes three quarters of the time (writeAvif).
 * - No file is wider than the picture. A picture narrower than the largest size gets a file in its own width as well.
 * Of a refused picture, and when a file cannot be written, nothing stays. Throws what the file system throws.
 */
export async function writePicture(dataDir: string, file: string): Promise<TakenPicture> {
  const bytes = await readFile(file)
  const sniffed = formatOf(bytes.subarray(0, FIRST_BYTES))
  if ('problem' in sniffed) return { unusable: sniffed.problem }
  const { format } = sniffed
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (format === 'heif' && metadata?.compression !== undefined && metadata.compression !== 'av1') {
    return { unusable: HEIC_PROBLEM }
  }
  if (format === 'tiff' && isRawPhotograph(bytes)) return { unusable: RAW_PROBLEM }
  if (!metadata || metadata.format !== format) return { unusable: DAMAGED }
  const problem = sizeProblem(metadata.autoOrient)
  if (problem) return { unusable: problem }
  if (isMoving(format, { bytes, pages: metadata.pages ?? 1 })) return { unusable: MOVES }
  const { xmp, iptc = iptcInComments(metadata.comments), exif } = metadata
  const stem = pictureStems(createHash('sha256').update(bytes)).at(-1)
  const source = {
    stated: metadataIn({ xmp, iptc, exif, bytes }),
    original: { name: `originals/${stem}.${extensionOf(format)}`, file },
  }
  try {
    const upright = await uprightPixels(bytes)
    const picture = await writeSizes(dataDir, { ...source, upright, formats: FORMATS_AT_ONCE })
    return { picture, notices: notices(format, metadata.pages ?? 1) }
  } catch (error) {
    if (error instanceof Damaged) return { unusable: DAMAGED }
    // What the file system refuses has a code; an encoder has none.
    if (error instanceof Error && 'code' in error) throw error
    console.error('a picture could not be encoded', error)
    return { unusable: UNCONVERTIBLE }
  }
}

/**
 * Writes one of the paper's own SVG drawings, rendered 1600 px wide, in every size as WebP and JPEG. Not for files from
 * outside. AVIF follows (db/pictures/avif.ts): it takes most of the time, and nobody waits for it. With `avifEffort`,
 * what the encoder spends on a smaller file from 0 on, it is made at once.
 */
export async function writeDrawing(
  dataDir: string,
  svg: Buffer,
  { avifEffort }: { avifEffort?: number } = {},
): Promise<PictureOnDisk> {
  await mkdir(incomingFolder(dataDir), { recursive: true })
  const folder = await mkdtemp(join(incomingFolder(dataDir), `drawing-${process.pid}-`))
  try {
    const stem = pictureStems(createHash('sha256').update(svg)).at(-1)
    const original = { name: `originals/${stem}.svg`, file: join(folder, 'drawing') }
    await writeFile(original.file, svg)
    const upright = await uprightPixels(await rasterOf(svg))
    const formats = avifEffort === undefined ? FORMATS_AT_ONCE : FORMATS
    return await writeSizes(dataDir, { upright, stated: null, original, avifEffort, formats })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function rasterOf(svg: Buffer): Promise<Buffer> {
  return sharp(svg).resize(DRAWING_WIDTH_PX).flatten({ background: 'white' }).png().toBuffer()
}

/**
 * Writes the files in AVIF of a stored picture, unless they exist, and returns them. Throws when its original cannot be
 * read, and what the file system throws; then nothing new stays.
 */
export async function writeAvif(dataDir: string, original: string): Promise<StoredFile[]> {
  const { stated, upright } = await storedPicture(dataDir, original)
  await mkdir(incomingFolder(dataDir), { recursive: true })
  const folder = await mkdtemp(join(incomingFolder(dataDir), `avif-${process.pid}-`))
  try {
    const source = { stated, upright, original: { name: original, file: join(folder, 'original') } }
    return (await writeSizes(dataDir, { ...source, formats: ['avif'] })).files
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A stored picture, read from its original file: upright, as wide as its widest file, with its metadata. */
export async function storedPicture(dataDir: string, original: string) {
  const bytes = await readFile(join(dataDir, 'media', original))
  if (original.endsWith('.svg')) return { stated: null, upright: await uprightPixels(await rasterOf(bytes)) }
  const { xmp, iptc, exif, comments } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata()
  return {
    stated: metadataIn({ xmp, iptc: iptc ?? iptcInComments(comments), exif, bytes }),
    upright: await uprightPixels(bytes),
  }
}

/** The hash with which the names of a picture's files begin, by each recipe that there was; of the hash of its bytes. */
export function pictureStems(bytes: Hash): string[] {
  return RECIPES.map((recipe) => bytes.copy().update(recipe).digest('hex').slice(0, 16))
}

function isMoving(format: PictureFormat, { bytes, pages }: { bytes: Buffer; pages: number }): boolean {
  if (format === 'png') return isMovingPng(bytes)
  if (format === 'heif') return isMovingAvif(bytes)
  return (format === 'gif' || format === 'webp') && pages > 1
}

/** What the editor must know of a picture that was taken: what of it is not shown. */
function notices(format: PictureFormat, pages: number): string[] {
  if (format !== 'tiff' || pages < 2) return []
  return [`This file holds ${pages} pictures. The first of them is shown.`]
}

function extensionOf(format: PictureFormat): string {
  return format === 'jpeg' ? 'jpg' : format
}

interface Source {
  /** Decoded and rotated once instead of once for each file. */
  upright: Awaited<ReturnType<typeof uprightPixels>>
  stated: StatedMetadata | null
  /** `file` is where it lies now: in the folder in which the other files are made. */
  original: { name: string; file: string }
  formats: readonly StoredFile['format'][]
  avifEffort?: number | undefined
}

const FORMATS_AT_ONCE = ['webp', 'jpeg'] as const
const FORMATS = ['avif', ...FORMATS_AT_ONCE] as const
const EXTENSIONS = { avif: 'avif', webp: 'webp', jpeg: 'jpg' } as const

async function writeSizes(
  dataDir: string,
  { upright, stated, original, formats, avifEffort = AVIF.effort }: Source,
): Promise<PictureOnDisk> {
  const { width: widthPx, height: heightPx, channels } = upright.info
  const at = (width: number) => {
    const image = sharp(upright.data, { raw: { width: widthPx, height: heightPx, channels } }).resize({ width })
    return stated ? image.withXmp(metadataXmp(stated)) : image
  }
  const hash = original.name.slice('originals/'.length).replace(/\..*$/, '')
  const plan = formats.flatMap((format) =>
    fitting(format === 'jpeg' ? JPEG_WIDTHS_PX : WIDTHS_PX, widthPx).map((width) => ({ format, width })),
  )
  const media = join(dataDir, 'media')
  const made: { from: string; to: string }[] = []
  const files: StoredFile[] = []
  for (const { format, width } of plan) {
    const name = `${hash}-${width}.${EXTENSIONS[format]}`
    files.push({ format, widthPx: width, name })
    if (await exists(join(media, name))) continue
    const from = join(dirname(original.file), name)
    await writeFile(from, await encoded(at(width), format, avifEffort))
    made.push({ from, to: join(media, name) })
  }
  if (!(await exists(join(media, original.name)))) made.push({ from: original.file, to: join(media, original.name) })
  await mkdir(join(media, 'originals'), { recursive: true })
  await moveAll(made)
  return { widthPx, heightPx, original: original.name, files, stated }
}

/** Gives every file its place, or none. */
async function moveAll(files: readonly { from: string; to: string }[]): Promise<void> {
  const moved: string[] = []
  try {
    for (const { from, to } of files) {
      await rename(from, to)
      moved.push(to)
    }
  } catch (error) {
    for (const file of moved) await rm(file, { force: true })
    throw error
  }
}

async function uprightPixels(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .toColourspace('srgb')
    .resize({ width: MAX_WIDTH_PX, withoutEnlargement: true })
    .flatten({ background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new Damaged('the picture cannot be decoded', { cause })
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
 * Writes a file unless it exists; returns whether it did. It gets its name only when it is complete, so that no reader
 * gets a partial file; one that cannot be completed is removed.
 */
export async function writeOnce(file: string, produce: () => Promise<Buffer>): Promise<boolean> {
  if (await exists(file)) return false
  const bytes = await produce()
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}-${Math.round(performance.now() * 1000)}${UNFINISHED_PICTURE}`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return true
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null
}
