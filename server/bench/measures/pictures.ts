import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { nextWithoutAvif } from '@/db/pictures/avif'
import { closeStore, openStore, type Reader, storeFile } from '@/db/store/open'
import { searchLibrary, uploadPicture } from '@/lib/desk/pictures/endpoints'
import { CROPS, type CropShape, cropOf } from '@/lib/pictures/crops'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { sharedMs } from '@/server/bench/machine'
import { percentile } from '@/server/bench/percentile'
import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { RunningSite } from '@/server/bench/site/running-site'

const WIDTH_PX = 6000
const HEIGHT_PX = 4000
const ONE_BY_ONE = 5
const IN_ALL = 50
const AT_ONCE = 2
const ASK_EVERY_MS = 100
/** Longer than the processes for pictures stay without a job. */
const SETTLED_AFTER_MS = 8000
const AVIF_WITHIN_MS = 5 * 60_000
const MIB = 1024 * 1024

/** A folder of picture files that is taken as well; each file has to be taken or refused in words. Left out without one. */
const SET = process.env.PICTURES ?? ''

/**
 * A photograph of 24 megapixels from the moment it is sent until every size, as JPEG and WebP, and every crop of it can
 * be had; what the desk answers meanwhile; the memory of the site after fifty of them.
 */
export async function pictureFigures(): Promise<Figure[]> {
  const { dataDir } = await prepareDemoEdition()
  // The drawn pictures of the demo edition are shared by other runs; what is uploaded here must not lie among them.
  rmSync(join(dataDir, 'media'), { recursive: true, force: true })
  mkdirSync(join(dataDir, 'media'))
  const db = openStore(storeFile(dataDir))
  const site = await RunningSite.start(dataDir)
  try {
    const editor = await DeskEditor.signIn(db, site.url)
    const photograph = await aPhotograph()
    // The first picture loads what every later one uses.
    await usableAfterMs(site, editor, numbered(photograph, 0))
    await pause(SETTLED_AFTER_MS)
    const before = await site.health()
    const alone: number[] = []
    const avifAfter: number[] = []
    for (let number = 1; number <= ONE_BY_ONE; number++) {
      alone.push(await usableAfterMs(site, editor, numbered(photograph, number)))
      avifAfter.push(await avifMadeAfterMs(db))
    }
    const { answered, tookMs } = await manyAtOnce(site, editor, photograph)
    await pause(SETTLED_AFTER_MS)
    const after = await site.health()
    const grown = (after.rssBytes - before.rssBytes) / MIB
    return [
      ...(SET ? await setFigures(site, editor, dataDir) : []),
      figure(`a photograph of 24 megapixels usable in a story (${ONE_BY_ONE}): p50`, percentile(alone, 0.5), 'ms'),
      {
        ...figure(`a photograph of 24 megapixels usable in a story: slowest`, Math.max(...alone), 'ms'),
        bar: bars.pictureUsableMs,
      },
      figure(`${IN_ALL} of them, ${AT_ONCE} at a time: each, on average`, tookMs / IN_ALL, 'ms'),
      figure('until it has AVIF as well, after it was usable: p50', percentile(avifAfter, 0.5), 'ms'),
      {
        ...figure('an answer of the desk meanwhile: p95', percentile(answered, 0.95), 'ms'),
        bar: bars.deskWhileUploadingP95Ms,
      },
      figure('an answer of the desk meanwhile: slowest', Math.max(...answered), 'ms'),
      {
        ...figure(`memory of the site after ${IN_ALL} of them, above before`, grown, 'MiB'),
        bar: bars.pictureMemoryMiB,
      },
    ]
  } finally {
    await site.stop()
    await closeStore(db)
  }
}

function figure(what: string, value: number, unit: Figure['unit']): Figure {
  return { part: 'pictures', what, value, unit }
}

/** Detail of every size, as a camera gives it: soft shapes with fine grain. */
async function aPhotograph(): Promise<Buffer> {
  const noise = (width: number, height: number, sigma: number) =>
    sharp({ create: { width, height, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma } } })
  const shapes = await noise(60, 40, 90).png().toBuffer()
  const grain = await noise(WIDTH_PX / 2, HEIGHT_PX / 2, 12)
    .png()
    .toBuffer()
  const size = { width: WIDTH_PX, height: HEIGHT_PX, fit: 'fill' as const }
  const large = await sharp(grain).resize(size).toBuffer()
  return sharp(shapes)
    .resize({ ...size, kernel: 'cubic' })
    .composite([{ input: large, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** The same picture in other bytes, so that the library does not know it: decoders stop at its end. */
function numbered(photograph: Buffer, number: number): Buffer {
  return Buffer.concat([photograph, Buffer.from(`\n${number}`)])
}

async function sent(editor: DeskEditor, bytes: Buffer): Promise<Response> {
  return fetch(`${editor.url}${uploadPicture.path}`, {
    method: 'POST',
    headers: { cookie: editor.cookie, origin: editor.url, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
}

/** Until the picture is answered, and every size and crop of it can be had. */
async function usableAfterMs(site: RunningSite, editor: DeskEditor, bytes: Buffer): Promise<number> {
  const begun = sharedMs()
  const response = await sent(editor, bytes)
  if (!response.ok) throw new Error(`an upload answered ${response.status}: ${await response.text()}`)
  const { picture } = uploadPicture.answer.parse(await response.json())
  const crops = (Object.keys(CROPS) as CropShape[]).map((shape) => cropOf(picture, shape).path)
  await Promise.all([...picture.files.map(({ path }) => path), ...crops].map((path) => site.client.expect(200, path)))
  return sharedMs() - begun
}

/** Fifty of them, while the desk is asked for the library again and again: how long all took, and each answer. */
async function manyAtOnce(site: RunningSite, editor: DeskEditor, photograph: Buffer) {
  const answered: number[] = []
  let isDone = false
  const asking = (async () => {
    while (!isDone) {
      const begun = sharedMs()
      await editor.request(searchLibrary, { input: { q: 'harbour' } })
      answered.push(sharedMs() - begun)
      await pause(ASK_EVERY_MS)
    }
  })()
  const begun = sharedMs()
  let next = ONE_BY_ONE
  const sender = async () => {
    while (next < ONE_BY_ONE + IN_ALL) {
      next += 1
      await usableAfterMs(site, editor, numbered(photograph, next))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender)).finally(() => {
    isDone = true
  })
  await asking
  return { answered, tookMs: sharedMs() - begun }
}

/** Until no picture waits for its AVIF. */
async function avifMadeAfterMs(db: Reader): Promise<number> {
  const begun = sharedMs()
  while (await nextWithoutAvif(db)) {
    if (sharedMs() - begun > AVIF_WITHIN_MS) throw new Error('a picture still had no AVIF after five minutes')
    await pause(ASK_EVERY_MS)
  }
  return sharedMs() - begun
}

/** Every file of a folder is sent: what was taken, what was refused in words, anything else, and what a refused one left. */
async function setFigures(site: RunningSite, editor: DeskEditor, dataDir: string): Promise<Figure[]> {
  const files = readdirSync(SET, { recursive: true, encoding: 'utf8' })
    .map((name) => join(SET, name))
    .filter((file) => statSync(file).isFile())
    .sort()
  const counts = { taken: 0, refused: 0, other: 0, left: 0 }
  for (const file of files) {
    const before = onDisk(dataDir)
    const response = await sent(editor, readFileSync(file))
    const body = await response.text()
    if (response.status === 200) counts.taken += 1
    else if (response.status === 422) counts.refused += 1
    else counts.other += 1
    if (response.status !== 200) {
      // AVIF of earlier pictures may arrive at any time.
      const left = [...onDisk(dataDir)].filter((name) => !before.has(name) && !name.includes('avif'))
      counts.left += left.length
      console.error(`${file}: ${response.status} ${body} ${left.join(' ')}`)
    }
  }
  await site.health()
  const of = `of ${files.length} files of the set`
  return [
    figure(`${of}, taken`, counts.taken, 'files'),
    figure(`${of}, refused in words`, counts.refused, 'files'),
    { ...figure(`${of}, answered in any other way`, counts.other, 'files'), bar: bars.none },
    { ...figure('files that refused ones left on disk', counts.left, 'files'), bar: bars.none },
  ]
}

function onDisk(dataDir: string): Set<string> {
  return new Set(readdirSync(join(dataDir, 'media'), { recursive: true, encoding: 'utf8' }))
}
