/** Datasets of IPTC-IIM record 2, by number (IIM 4.2, chapter 6). */
export const IIM = {
  keywords: 25,
  dateCreated: 55,
  byLine: 80,
  city: 90,
  sublocation: 92,
  state: 95,
  country: 101,
  credit: 110,
  copyrightNotice: 116,
  caption: 120,
} as const

/** What the datasets of record 2 say, by number, in their order; empty texts are left out. */
export type IptcTexts = ReadonlyMap<number, string[]>

const TAG_MARKER = 0x1c
const ENVELOPE = 1
const APPLICATION = 2
const CODED_CHARACTER_SET = 90

const PHOTOSHOP = 'Photoshop 3.0\0'
const IPTC_RESOURCE = 0x0404 // Photoshop file format, image resource IDs: IPTC-NAA record

/** The right half of a code by the last byte of its escape sequence (ISO 2022, ISO/IEC 8859). */
const CODES: Record<string, string> = {
  B: 'iso-8859-2',
  C: 'iso-8859-3',
  D: 'iso-8859-4',
  L: 'iso-8859-5',
  G: 'iso-8859-6',
  F: 'iso-8859-7',
  H: 'iso-8859-8',
  M: 'windows-1254',
}

/**
 * What IPTC says of a picture. `block` is what the decoder found, or null; of a JPEG the segments are read from `bytes`,
 * because they may be several.
 *
 * Text is UTF-8 when it can be, whatever the file declares, since much of what declares nothing is UTF-8. Otherwise it
 * is in the declared code, and without one in Windows-1252, which holds Latin-1.
 */
export function iptcTexts({ bytes, block }: { bytes: Buffer; block: Buffer | null }): IptcTexts {
  const texts = new Map<number, string[]>()
  let code = 'windows-1252'
  for (const { record, dataset, value } of datasets(iimOf(photoshopSegments(bytes) ?? block))) {
    if (record === ENVELOPE && dataset === CODED_CHARACTER_SET) {
      code = declaredCode(value.toString('latin1')) ?? code
    }
    if (record !== APPLICATION) continue
    const text = textOf(value, code)
    if (text) texts.set(dataset, [...(texts.get(dataset) ?? []), text])
  }
  return texts
}

/**
 * The block of IPTC that ImageMagick and its like write into a PNG, which has no place for it: as a text of that name, a
 * line with the length, and the bytes in hexadecimal digits. undefined without one, and when it is something else.
 */
export function iptcInComments(comments: readonly { keyword: string; text: string }[] | undefined): Buffer | undefined {
  const profile = comments?.find(({ keyword }) => /^Raw profile type (?:iptc|8bim)$/i.test(keyword))
  const [, length = '', digits = ''] = /^\s*\w[\w ]*\n\s*(\d+)\n([\da-f\s]*)$/i.exec(profile?.text ?? '') ?? []
  const block = Buffer.from(digits.replace(/\s/g, ''), 'hex')
  return block.length && block.length === Number(length) ? block : undefined
}

/** The segments APP13 of Photoshop in a JPEG, in one; null for another file, and without any. */
function photoshopSegments(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const segments: Buffer[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    // The start of the picture itself.
    if (marker === 0xda) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const data = bytes.subarray(at + 4, end)
    if (marker === 0xed && data.toString('latin1', 0, PHOTOSHOP.length) === PHOTOSHOP) {
      segments.push(data.subarray(PHOTOSHOP.length))
    }
    at = end
  }
  return segments.length ? Buffer.concat(segments) : null
}

/** The datasets inside a block: the block itself, or its Photoshop resource for IPTC; empty without one. */
function iimOf(block: Buffer | null): Buffer {
  if (!block || block[0] === TAG_MARKER) return block ?? Buffer.alloc(0)
  const isMarked = block.toString('latin1', 0, PHOTOSHOP.length) === PHOTOSHOP
  const resources = isMarked ? block.subarray(PHOTOSHOP.length) : block
  for (let at = 0; at + 12 <= resources.length && resources.toString('latin1', at, at + 4) === '8BIM'; ) {
    const id = resources.readUInt16BE(at + 4)
    // A name with its length before it, padded to an even number of bytes.
    const nameBytes = 1 + (resources[at + 6] ?? 0)
    const nameEnd = at + 6 + nameBytes + (nameBytes % 2)
    if (nameEnd + 4 > resources.length) break
    const length = resources.readUInt32BE(nameEnd)
    const data = resources.subarray(nameEnd + 4, nameEnd + 4 + length)
    if (id === IPTC_RESOURCE) return data
    at = nameEnd + 4 + length + (length % 2)
  }
  return Buffer.alloc(0)
}

/** The datasets of a block, up to the first that is longer than what is left. */
function* datasets(iim: Buffer): Generator<{ record: number; dataset: number; value: Buffer }> {
  for (let at = 0; at + 5 <= iim.length && iim[at] === TAG_MARKER; ) {
    let length = iim.readUInt16BE(at + 3)
    let start = at + 5
    if (length & 0x8000) {
      // An extended dataset: the length of its length.
      const digits = length & 0x7fff
      if (digits > 4 || start + digits > iim.length) return
      length = digits ? iim.readUIntBE(start, digits) : 0
      start += digits
    }
    if (start + length > iim.length) return
    yield { record: iim[at + 1] ?? 0, dataset: iim[at + 2] ?? 0, value: iim.subarray(start, start + length) }
    at = start + length
  }
}

/** The code that an escape sequence puts into the right half; undefined for UTF-8 and for what is not known. */
function declaredCode(sequence: string): string | undefined {
  return ['-', '.'].includes(sequence.at(-2) ?? '') ? CODES[sequence.at(-1) ?? ''] : undefined
}

function textOf(value: Buffer, code: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value).trim()
  } catch {
    return new TextDecoder(code).decode(value).trim()
  }
}
