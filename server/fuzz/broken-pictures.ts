import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { SeededRandom } from '@/server/chaos/seeded-random'

/** A file that somebody uploads as a picture. */
export interface SentPicture {
  /** What is wrong with it. */
  name: string
  bytes: Buffer
}

type Making = (random: SeededRandom) => Promise<Buffer> | Buffer

const MB = 1_000_000

/** Ways in which a picture is broken, or strange and sound. */
const WAYS: Record<string, Making> = {
  'cut off': async (random) => {
    const bytes = await sound(random)
    return bytes.subarray(0, random.between(0, bytes.length))
  },
  'with bytes changed': async (random) => changed(await sound(random), random, random.between(1, 40)),
  'with bytes of its head changed': async (random) => changed(await sound(random), random, 4, 64),
  'with a hole of zeros': async (random) => {
    const bytes = await sound(random)
    const from = random.between(0, bytes.length)
    return bytes.fill(0, from, Math.min(from + random.between(1, 2000), bytes.length))
  },
  doubled: async (random) => Buffer.concat([await sound(random), await sound(random)]),
  'with the head of another format': async (random) => {
    const bytes = await sound(random)
    return Buffer.concat([(await sound(random)).subarray(0, 32), bytes.subarray(32)])
  },
  sound: sound,
  'PNG that says a size it does not have': (random) =>
    png(random.pick([0, 1, 65_535, 2 ** 31 - 1]), random.pick([0, 1, 65_535, 2 ** 31 - 1]), Buffer.alloc(100)),
  'PNG of 900 megapixels in 1 MB': () => png(30_000, 30_000, Buffer.alloc(MB)),
  '16 × 60000 pixels': () => plain(16, 60_000),
  '320 × 16384 pixels': () => plain(320, 16_384),
  '60000 × 16 pixels': () => plain(60_000, 16),
  '12000 × 9000 pixels': () => plain(12_000, 9_000),
  '7000 × 7000 pixels, progressive': () =>
    sharp({ create: { width: 7_000, height: 7_000, channels: 3, background: 'navy' } })
      .jpeg({ progressive: true })
      .toBuffer(),
  'interlaced, 16 bits a channel': () =>
    sharp({ create: { width: 3_000, height: 3_000, channels: 4, background: 'teal' } })
      .toColourspace('rgb16')
      .png({ progressive: true })
      .toBuffer(),
  CMYK: async (random) =>
    sharp(await sound(random, 'png'))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer(),
  'grey with transparency': async (random) =>
    sharp(await sound(random, 'png'))
      .greyscale()
      .ensureAlpha(0.5)
      .png()
      .toBuffer(),
  '0 bytes': () => Buffer.alloc(0),
  '1 byte': (random) => Buffer.from([random.between(0, 255)]),
  'random bytes': (random) => noise(random, random.between(1, 5000)),
  'a text': () => Buffer.from('The ferry stays in port.'),
  SVG: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>1</script></svg>'),
  'SVG of entities': () => Buffer.from(`<!DOCTYPE svg [${entities()}]><svg>&e9;</svg>`),
  'SVG of 45 MB': () => Buffer.concat([Buffer.from('<svg>'), Buffer.alloc(45 * MB, '<g><path d="M0 0h9"/></g>')]),
  HEIC: (random) => isoMedia('heic', random),
  'HEIF of an unknown codec': (random) => isoMedia('mif1', random),
  'AVIF that is none': (random) => isoMedia('avif', random),
  film: (random) => isoMedia('mp42', random),
  PDF: () => Buffer.from('%PDF-1.7\n%%EOF'),
  'Photoshop document': (random) => Buffer.concat([Buffer.from('8BPS\0\x01'), noise(random, 500)]),
  'JPEG XL': (random) => Buffer.concat([Buffer.from([0xff, 0x0a]), noise(random, 500)]),
  bitmap: (random) => Buffer.concat([Buffer.from('BM\x36\0\0\0\0\0\0\0'), noise(random, 500)]),
  'TIFF whose directory leads to itself': (random) => {
    const bytes = Buffer.concat([Buffer.from('II*\0\x08\0\0\0\x01\0'), noise(random, 12), Buffer.from([8, 0, 0, 0])])
    return Buffer.concat([bytes, noise(random, 200)])
  },
  'GIF of 300 frames': () => frames(300, 'gif'),
  'WebP of 20 frames': () => frames(20, 'webp'),
  'with metadata that is none': async (random) => {
    const bytes = await sound(random, 'jpeg')
    const segment = (marker: number, data: Buffer) =>
      Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data])
    return Buffer.concat([
      bytes.subarray(0, 2),
      segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta'), noise(random, 300)])),
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08'), noise(random, 300)])),
      segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0'), noise(random, 300)])),
      segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), noise(random, 300)])),
      bytes.subarray(2),
    ])
  },
}

/** What weighs most, three times at once. */
const FIRST = ['SVG of 45 MB', 'SVG of 45 MB', 'SVG of 45 MB']
/** Ways that take seconds to make or to take. */
const SLOW = ['12000 × 9000 pixels', '7000 × 7000 pixels, progressive', 'interlaced, 16 bits a channel', ...FIRST]

/**
 * `count` pictures, each way in its turn and then by chance, without those that take seconds when `isQuick`; the same seed
 * gives the same ones.
 */
export async function* brokenPictures(
  random: SeededRandom,
  { count, isQuick = false }: { count: number; isQuick?: boolean },
): AsyncGenerator<SentPicture> {
  const quick = Object.keys(WAYS).filter((way) => !SLOW.includes(way))
  const names = isQuick ? quick : [...FIRST, ...Object.keys(WAYS)]
  for (let at = 0; at < count; at++) {
    const name = names[at] ?? random.pick(quick)
    const make = WAYS[name]
    if (!make) throw new Error('a way to break a picture is missing')
    yield { name, bytes: await make(random.fork()) }
  }
}

const FORMATS = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const

async function sound(random: SeededRandom, format: (typeof FORMATS)[number] = random.pick(FORMATS)): Promise<Buffer> {
  const [width, height] = [random.between(20, 400), random.between(20, 400)]
  const pixels = noise(random, 30 * 30 * 3)
  return sharp(pixels, { raw: { width: 30, height: 30, channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .withMetadata({ orientation: random.between(1, 8) })
    [format]()
    .toBuffer()
}

function plain(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
}

function frames(count: number, format: 'gif' | 'webp'): Promise<Buffer> {
  const [width, height] = [64, 48]
  const pixels = Buffer.alloc(width * height * count * 3, 'a frame of the harbour at dusk')
  return sharp(pixels, { raw: { width, height: height * count, channels: 3, pageHeight: height } })
    [format]()
    .toBuffer()
}

/** A PNG with this head and this many pixels, whatever fits. */
function png(width: number, height: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const sign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

function isoMedia(brand: string, random: SeededRandom): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}`), noise(random, 2000)])
}

/** Nine entities, each ten times the one before. */
function entities(): string {
  const each = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
  return ['<!ENTITY e0 "ferry">', ...each].join('')
}

function changed(bytes: Buffer, random: SeededRandom, count: number, within = bytes.length): Buffer {
  for (let change = 0; change < count; change++) {
    bytes[random.between(0, Math.min(within, bytes.length) - 1)] = random.between(0, 255)
  }
  return bytes
}

function noise(random: SeededRandom, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.between(0, 255)))
}
