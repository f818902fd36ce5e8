import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { uploadPicture } from '@/lib/desk/pictures/endpoints'
import { CROPS, type CropShape, cropOf } from '@/lib/pictures/crops'
import { brokenPictures, type SentPicture } from '@/server/fuzz/broken-pictures'
import type { FuzzPart } from '@/server/fuzz/fuzz-part'
import type { FuzzedSite } from '@/server/fuzz/fuzzed-site'

const UPLOADS = 200
const AT_ONCE = 10
const MAX_GROWTH_BYTES = 150 * 1024 ** 2
/** Longer than the processes for pictures stay without one. */
const SETTLED_AFTER_MS = 8_000
const CROPS_AT_ONCE = 40
const FRONT_PAGE_EVERY_MS = 50

const refusalSchema = z.strictObject({
  problems: z.array(z.strictObject({ field: z.string(), message: z.string().regex(/^[A-Z].{20,}\.$/s) })).min(1),
})

type TakenPicture = z.output<typeof uploadPicture.answer>['picture']

/**
 * 200 uploads of pictures broken in every way, ten at once, and forty crops at once. Bars: each picture is taken or
 * refused in words (422), memory comes back to within 150 MB, no process for pictures stays, and the disk holds the files
 * of what was taken and no other. How long the front page took meanwhile is measured.
 */
export const uploads: FuzzPart = async ({ site, random, report }) => {
  const faults: string[] = []
  const taken: TakenPicture[] = []
  // The first pictures load what every later one uses.
  for await (const picture of brokenPictures(random.fork(), { count: 5, isQuick: true })) await send(site, picture)
  await wait(SETTLED_AFTER_MS)
  const filesBefore = new Set(site.filesOnDisk())
  const before = await site.residentBytes()
  let refused = 0
  let mostBytes = before
  const pictures = brokenPictures(random, { count: UPLOADS })
  const sender = async () => {
    for (let next = await pictures.next(); !next.done; next = await pictures.next()) {
      const { status, body } = await send(site, next.value)
      if (status === 200) taken.push(uploadPicture.answer.parse(body).picture)
      else if (status === 422 && refusalSchema.safeParse(body).success) refused += 1
      else faults.push(`${next.value.name}: ${status} ${JSON.stringify(body)}`)
      mostBytes = Math.max(mostBytes, await site.residentBytes())
      if ((taken.length + refused) % 50 === 0) report(`${taken.length} taken, ${refused} refused`)
    }
  }
  const whileUploading = await frontPageMeanwhile(site, () => Promise.all(Array.from({ length: AT_ONCE }, sender)))
  const whileCropping = await frontPageMeanwhile(site, () => cropsOf(site, taken, faults))
  await wait(SETTLED_AFTER_MS)
  const after = await site.residentBytes()
  if (after - before > MAX_GROWTH_BYTES) faults.push(`memory rose from ${before} to ${after} bytes`)
  const left = decodingProcesses(site.dataDir)
  if (left > 0) faults.push(`${left} processes for pictures stay`)
  const known = new Set(taken.flatMap(({ original, files }) => [original, ...files.map(({ path }) => nameOf(path))]))
  for (const file of site.filesOnDisk()) {
    const name = file.replace(/^media\//, '')
    // AVIF follows later, under the names of the other files, also of pictures that were there before.
    const webp = name.replace(/avif$/, 'webp')
    const isAvif = known.has(webp) || filesBefore.has(`media/${webp}`) || name.startsWith('incoming/avif-')
    const isCrop = /-(?:16x9|4x3|1x1|social)-/.test(name)
    if (file.startsWith('media/') && !filesBefore.has(file) && !known.has(name) && !isCrop && !isAvif) {
      faults.push(`${file} stays on disk`)
    }
  }
  return {
    figures: {
      uploads: taken.length + refused,
      taken: taken.length,
      'refused in words': refused,
      'MB by which memory rose': Math.round((after - before) / 1e6),
      'MB by which memory rose meanwhile': Math.round((mostBytes - before) / 1e6),
      'front page while uploading, ms (median)': whileUploading.median,
      'front page while uploading, ms (slowest)': whileUploading.slowest,
      'front page during 40 crops at once, ms (slowest)': whileCropping.slowest,
    },
    faults,
  }
}

async function send(site: FuzzedSite, { bytes }: SentPicture): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${site.url}${uploadPicture.path}`, {
    method: 'POST',
    headers: { cookie: site.cookieOf('editor'), origin: site.url, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  return { status: response.status, body: await response.json().catch(() => null) }
}

/** Asks for forty crops at once, of the pictures that were taken last. */
async function cropsOf(site: FuzzedSite, taken: readonly TakenPicture[], faults: string[]): Promise<void> {
  const shapes = Object.keys(CROPS) as CropShape[]
  const paths = taken.toReversed().flatMap((picture) => shapes.map((shape) => cropOf(picture, shape).path))
  const answers = await Promise.all(
    [...new Set(paths)].slice(0, CROPS_AT_ONCE).map(async (path) => {
      const response = await fetch(site.url + path)
      await response.arrayBuffer()
      return { path, status: response.status }
    }),
  )
  for (const { path, status } of answers) if (status !== 200) faults.push(`${path} answered ${status}`)
}

/** How long the front page takes while `work` is done, in milliseconds. */
async function frontPageMeanwhile(
  site: FuzzedSite,
  work: () => Promise<unknown>,
): Promise<{ median: number; slowest: number }> {
  const took: number[] = []
  let isDone = false
  const working = work().finally(() => {
    isDone = true
  })
  while (!isDone) {
    const startedAt = performance.now()
    await (await fetch(site.url)).arrayBuffer()
    took.push(performance.now() - startedAt)
    await wait(FRONT_PAGE_EVERY_MS)
  }
  await working
  took.sort((one, other) => one - other)
  const rounded = (ms: number | undefined) => Math.round((ms ?? 0) * 10) / 10
  return { median: rounded(took[took.length >> 1]), slowest: rounded(took.at(-1)) }
}

/** How many processes for pictures of the site there are; 0 where the system does not say. */
function decodingProcesses(dataDir: string): number {
  try {
    return readdirSync('/proc').filter((pid) => {
      if (!/^\d+$/.test(pid)) return false
      const words = commandLine(pid)
      return words.includes(dataDir) && words.some((word) => word.endsWith('decoding-process.mjs'))
    }).length
  } catch {
    return 0
  }
}

/** Empty for a process that has ended meanwhile. */
function commandLine(pid: string): string[] {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split('\0')
  } catch {
    return []
  }
}

function nameOf(path: string): string {
  return path.replace(/^\/media\//, '')
}
