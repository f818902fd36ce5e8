import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { FIRST_BYTES, formatOf } from '@/lib/pictures/first-bytes'
import { ICON_SIZES_PX, type MadeMark } from '@/lib/pictures/paper-marks'
import { sizeProblem } from '@/lib/pictures/shown-size'
import { PAPER_COLOURS } from '@/lib/pictures/theme-colours'

/** Part of every name, so that a file never changes under its address. */
const RECIPE = 'mark 1'
const ICON_LEAST_PX = 512
/** Google, Article structured data: the least that a publisher's logo may have. */
const LOGO_LEAST_PX = 112
const LOGO_MOST_PX = 1200
/** W3C, Web App Manifest: of a maskable icon a circle of 80 % of its width is always seen. */
const SAFE_ZONE = 0.8

/**
 * Writes the files of an icon, or of a logo, made of `file`, an absolute path in a folder of its own below
 * `dataDir`/media. An icon is square and at least 512 px wide, a logo at least 112 px on each side; anything else is
 * refused with what to do. PNG, because edges and transparent grounds stay as they are.
 */
export async function writeMark(
  dataDir: string,
  { file, kind }: { file: string; kind: 'icon' | 'logo' },
): Promise<MadeMark> {
  const bytes = await readFile(file)
  const sniffed = formatOf(bytes.subarray(0, FIRST_BYTES))
  if ('problem' in sniffed) return { unusable: sniffed.problem }
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!metadata) return { unusable: 'The file cannot be read as a picture. Save it again as a PNG, and upload that.' }
  const { width, height } = metadata.autoOrient
  const problem = sizeProblem(metadata.autoOrient) ?? shapeProblem(kind, width, height)
  if (problem) return { unusable: problem }
  const image = sharp(bytes).autoOrient()
  const write = async (stem: string, sizePx: number, made: Sharp) => {
    const part = join(dirname(file), `${stem}-${sizePx}`)
    await writeFile(part, await made.png({ compressionLevel: 9 }).toBuffer())
    await mkdir(join(dataDir, 'media'), { recursive: true })
    await rename(part, join(dataDir, 'media', `${stem}-${sizePx}.png`))
  }
  const stem = stemOf(bytes, kind)
  if (kind === 'logo') {
    const scale = Math.min(1, LOGO_MOST_PX / Math.max(width, height))
    const size = { widthPx: Math.round(width * scale), heightPx: Math.round(height * scale) }
    await write(stem, size.widthPx, image.clone().resize(size.widthPx, size.heightPx, { fit: 'fill' }))
    return { stem, ...size }
  }
  for (const sizePx of ICON_SIZES_PX) {
    const made = image.clone().resize(sizePx, sizePx, { fit: 'fill' })
    // iOS shows what is transparent as black.
    await write(stem, sizePx, sizePx === 180 ? made.flatten({ background: PAPER_COLOURS.light }) : made)
  }
  const maskableStem = stemOf(bytes, 'maskable')
  const inner = Math.round(512 * SAFE_ZONE)
  const edge = (512 - inner) / 2
  const margins = { top: Math.floor(edge), left: Math.floor(edge), bottom: Math.ceil(edge), right: Math.ceil(edge) }
  const shrunk = await image.clone().resize(inner, inner, { fit: 'fill' }).png().toBuffer()
  const background = PAPER_COLOURS.light
  await write(
    maskableStem,
    512,
    sharp(shrunk)
      .flatten({ background })
      .extend({ ...margins, background }),
  )
  return { stem, maskableStem }
}

function shapeProblem(kind: 'icon' | 'logo', width: number, height: number): string | null {
  if (kind === 'logo') {
    if (Math.min(width, height) >= LOGO_LEAST_PX) return null
    return `The logo is too small: search engines want ${LOGO_LEAST_PX} pixels or more on each side. Export it larger.`
  }
  if (Math.abs(width - height) > 1) return 'An icon is square. Crop it to a square, and upload that.'
  if (width >= ICON_LEAST_PX) return null
  return `The icon is too small: devices want ${ICON_LEAST_PX} pixels or more. Export it larger.`
}

function stemOf(bytes: Buffer, kind: string): string {
  return createHash('sha256').update(`${RECIPE} ${kind} `).update(bytes).digest('hex').slice(0, 16)
}
