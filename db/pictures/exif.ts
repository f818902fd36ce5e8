/** What Exif says of a picture in words (Exif 2.32, CIPA DC-008, sections 4.6.4 and 4.6.5); empty where it says nothing. */
export interface ExifTexts {
  description: string
  artist: string
  copyright: string
  /** As the camera wrote it: `YYYY:MM:DD HH:MM:SS`, without a zone. */
  takenAt: string
  /** What Windows keeps as tags, with semicolons between them. */
  keywords: string
}

const NONE: ExifTexts = { description: '', artist: '', copyright: '', takenAt: '', keywords: '' }

const TAGS: Readonly<Record<number, keyof ExifTexts>> = {
  270: 'description',
  315: 'artist',
  33432: 'copyright',
  36867: 'takenAt', // DateTimeOriginal
  40094: 'keywords', // XPKeywords, UTF-16
}
const EXIF_DIRECTORY = 0x8769
const XP_KEYWORDS = 0x9c9e
const ASCII = 2
const BYTES = 1
const MAX_ENTRIES = 512

/**
 * What a camera or program writes for everybody, and says nothing of the picture: "OLYMPUS DIGITAL CAMERA", "SONY DSC",
 * "Digital image" or the name of the file.
 */
const OF_THE_CAMERA =
  /digital camera|^(?:sony dsc|dcim|dsc|img|digital image|untitled|default)\b|\.(?:jpe?g|png|tiff?)$/i

/** The texts in an Exif block, as the decoder found it; a block that breaks off says what stands before. */
export function exifTexts(block: Buffer | undefined): ExifTexts {
  if (!block) return NONE
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block
  const texts = { ...NONE }
  try {
    const isLittle = tiff.toString('latin1', 0, 2) === 'II'
    const first = readerOf(tiff, isLittle).u32(4)
    const next = directory(tiff, { at: first, isLittle, texts })
    if (next !== null) directory(tiff, { at: next, isLittle, texts })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  if (OF_THE_CAMERA.test(texts.description)) texts.description = ''
  return texts
}

/** Reads the entries of one directory into `texts`; returns where the directory of Exif begins, or null. */
function directory(
  tiff: Buffer,
  { at, isLittle, texts }: { at: number; isLittle: boolean; texts: ExifTexts },
): number | null {
  const { u16, u32 } = readerOf(tiff, isLittle)
  let below: number | null = null
  const entries = Math.min(u16(at), MAX_ENTRIES)
  for (let entry = 0; entry < entries; entry++) {
    const start = at + 2 + entry * 12
    const tag = u16(start)
    const [type, count] = [u16(start + 2), u32(start + 4)]
    if (tag === EXIF_DIRECTORY) below = u32(start + 8)
    const name = TAGS[tag]
    if (!name || (type !== ASCII && type !== BYTES)) continue
    const from = count <= 4 ? start + 8 : u32(start + 8)
    texts[name] ||= textOf(tiff.subarray(from, from + count), tag)
  }
  return below
}

function textOf(bytes: Buffer, tag: number): string {
  if (tag === XP_KEYWORDS) return bytes.toString('utf16le').replace(/\0.*$/s, '').trim()
  // The photographer and the editor of a copyright stand in two parts.
  const text =
    bytes
      .toString('latin1')
      .split('\0')
      .find((part) => part.trim()) ?? ''
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1')).trim()
  } catch {
    return text.trim()
  }
}

function readerOf(bytes: Buffer, isLittle: boolean) {
  return {
    u16: (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    u32: (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  }
}
