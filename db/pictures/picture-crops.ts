import { join } from 'node:path'
import { like } from 'drizzle-orm'
import sharp from 'sharp'
import { JPEG, storedPicture, writeOnce } from '@/db/pictures/picture-files'
import { metadataXmp } from '@/db/pictures/picture-metadata'
import { pictureColumns, pictureFrom } from '@/db/pictures/pictures'
import type { Reader } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { type Crop, cropOf, parseCropName } from '@/lib/pictures/crops'
import type { CropOrder } from '@/lib/pictures/picture-maker'

/**
 * What to cut for the crop `name`; null when no picture has a crop of that name: because none has such an original, or
 * because its focal point has changed.
 */
export async function cropOrder(db: Reader, name: string): Promise<CropOrder | null> {
  const found = await croppedPicture(db, name)
  return found && { name, ...found }
}

/** Writes a crop below `dataDir`/media, unless it exists. Throws when its original cannot be read. */
export async function writeCrop(dataDir: string, { name, original, crop }: CropOrder): Promise<void> {
  await writeOnce(join(dataDir, 'media', name), () => croppedJpeg(dataDir, original, crop))
}

async function croppedPicture(db: Reader, name: string): Promise<{ original: string; crop: Crop } | null> {
  const parsed = parseCropName(name)
  if (!parsed) return null
  // A file that was added twice is two pictures, each with its own focal point.
  const rows = await db
    .select(pictureColumns)
    .from(media)
    .where(like(media.original, `originals/${parsed.stem}.%`))
  for (const row of rows) {
    const crop = cropOf(pictureFrom(row), parsed.shape)
    if (crop.path === `/media/${name}`) return { original: row.original, crop }
  }
  return null
}

async function croppedJpeg(
  dataDir: string,
  original: string,
  { area, widthPx, heightPx }: CropOrder['crop'],
): Promise<Buffer> {
  const { stated, upright } = await storedPicture(dataDir, original)
  const { width, height, channels } = upright.info
  const image = sharp(upright.data, { raw: { width, height, channels } })
    .extract(area)
    .resize({ width: widthPx, height: heightPx, fit: 'fill' })
  return (stated ? image.withXmp(metadataXmp(stated)) : image).jpeg(JPEG).toBuffer()
}
