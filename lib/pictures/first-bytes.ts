/** How many bytes of a file `formatOf` needs. */
export const FIRST_BYTES = 4096

/** The formats of pictures that the paper takes, as the decoder names them. */
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | 'heif'

const TAKEN = 'JPEG, PNG, WebP, AVIF, GIF or TIFF'
const AS_JPEG = 'Save it as a JPEG or PNG and upload that.'

/** Why a HEIC is refused, in an editor's words. */
export const HEIC_PROBLEM =
  'This is a HEIC picture, as iPhones take them, which this site cannot read. Share it from the phone as “Most Compatible”, or save it as a JPEG, and upload that.'
/** Why the raw file of a camera is refused, in an editor's words. */
export const RAW_PROBLEM = 'This is the raw file of a camera. Develop it, save it as a JPEG, and upload that.'
const FILM = 'This is a film or a sound, not a picture. Upload a single frame of it as a JPEG or PNG.'

/** Stands for any byte in a sign. */
const ANY = '\uffff'
const FOUR = ANY.repeat(4)

/**
 * What a file is that no picture is made of, by the signs with which it can begin, as Latin-1; and what to do, in an
 * editor's words. The signs are those of the formats' own specifications.
 */
const REFUSED: readonly [signs: readonly string[], words: string][] = [
  [['%PDF'], 'This is a PDF, not a picture. Export the page or the picture in it as a JPEG or PNG and upload that.'],
  [['8BPS'], `This is a Photoshop document. ${AS_JPEG}`],
  [['%!PS', '\xc5\xd0\xd3\xc6'], `This is a PostScript drawing. ${AS_JPEG}`],
  [[`BM${FOUR}\0\0\0\0`], `This is a bitmap (BMP), which is not taken. ${AS_JPEG}`],
  [['\0\0\x01\0', '\0\0\x02\0'], `This is an icon or a pointer (ICO), which is not taken. ${AS_JPEG}`],
  [['\xff\x0a', '\0\0\0\x0cJXL '], `This is a JPEG XL picture, which this site cannot read. ${AS_JPEG}`],
  [['\xff\x4f\xff\x51', '\0\0\0\x0cjP  '], `This is a JPEG 2000 picture, which this site cannot read. ${AS_JPEG}`],
  [['\x76\x2f\x31\x01'], `This is an OpenEXR picture, which this site cannot read. ${AS_JPEG}`],
  [[`II*\0${FOUR}CR`, 'FUJIFILMCCD-RAW', 'IIU\0', 'IIRO'], RAW_PROBLEM],
  [['\x1aE\xdf\xa3', `RIFF${FOUR}AVI `, 'ID3', 'OggS'], FILM],
  [
    ['PK\x03\x04', '\xd0\xcf\x11\xe0'],
    'This is an archive or an Office document, not a picture. Take the picture out of it and upload that.',
  ],
  [['\x1f\x8b'], 'This file is compressed (GZIP or SVGZ), not a picture. Unpack it first.'],
]

const PICTURES: readonly [signs: readonly string[], format: PictureFormat][] = [
  [['\xff\xd8\xff'], 'jpeg'],
  [['\x89PNG\r\n\x1a\n'], 'png'],
  [['GIF87a', 'GIF89a'], 'gif'],
  [[`RIFF${FOUR}WEBP`], 'webp'],
  [['II*\0', 'MM\0*', 'II+\0', 'MM\0+'], 'tiff'], // with +, BigTIFF
]

/** Brands of ISO base media files (ISO/IEC 23008-12, and the registry mp4ra.org): HEVC, AVC and VVC inside HEIF. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'avci', 'avcs', 'vvic']
const AVIF_BRANDS = ['avif', 'avis'] // AV1 Image File Format 1.1, section 6
const HEIF_BRANDS = ['mif1', 'msf1', 'miaf']

/**
 * The format of a picture by the first bytes of its file (FIRST_BYTES, or the whole of a shorter file), or why the file
 * is not taken, in an editor's words. Nothing of the file is decoded, so that what is refused costs nothing.
 */
export function formatOf(bytes: Uint8Array): { format: PictureFormat } | { problem: string } {
  if (bytes.length === 0) {
    return { problem: 'The file is empty: it has 0 bytes. Copy it anew from where it comes from and upload that.' }
  }
  const begins = String.fromCharCode(...bytes.subarray(0, FIRST_BYTES))
  const isOne = ([signs]: readonly [readonly string[], string]) => signs.some((sign) => hasSign(begins, sign))
  const refused = REFUSED.find(isOne)
  if (refused) return { problem: refused[1] }
  const picture = PICTURES.find(isOne)
  if (picture) return { format: picture[1] }
  if (begins.startsWith('ftyp', 4)) return isoMedia(begins)
  return { problem: textProblem(bytes.subarray(0, FIRST_BYTES)) }
}

function hasSign(begins: string, sign: string): boolean {
  return [...sign].every((byte, at) => byte === ANY || byte === begins[at])
}

function isoMedia(begins: string): { format: PictureFormat } | { problem: string } {
  const end = begins.charCodeAt(2) * 256 + begins.charCodeAt(3)
  const compatible = begins.slice(16, end < 16 ? 16 : end).match(/.{4}/gs) ?? []
  const brands = [begins.slice(8, 12), ...compatible]
  const has = (some: string[]) => some.some((brand) => brands.includes(brand))
  if (has(AVIF_BRANDS)) return { format: 'heif' }
  if (has(HEIC_BRANDS)) return { problem: HEIC_PROBLEM }
  if (has(['crx '])) return { problem: RAW_PROBLEM }
  // Neither codec is named; the decoder says what it is.
  return has(HEIF_BRANDS) ? { format: 'heif' } : { problem: FILM }
}

function textProblem(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
  if (/<(?:[\w-]+:)?svg[\s>/]/i.test(text) || /<!DOCTYPE\s+svg/i.test(text)) {
    return 'This is an SVG drawing, which is not taken because it can carry scripts. Export it as a PNG, 1600 pixels wide or more, and upload that.'
  }
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text)) {
    return 'This is a web page, not a picture. Save the picture on it and upload that.'
  }
  return `This file is not a picture that can be used. Upload a ${TAKEN}.`
}
