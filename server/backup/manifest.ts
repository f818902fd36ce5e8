import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isMissing, syncToDisk, UNFINISHED } from '@/server/backup/backup-files'

/** Why a backup or a restore was not made, in words for whoever runs the site. */
export class BackupProblem extends Error {}

const MANIFEST = 'manifest.json'

const SHA256 = /^[0-9a-f]{64}$/

/** Only names that a backup gives, so that nothing is written outside of the data folder. */
const PATH = /^(?:secret|broadsheet-[0-9a-f]{16}\.sqlite|media\/(?:originals\/)?[\w-][\w.-]*)$/

const fileSchema = z.object({
  path: z.string().regex(PATH),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(SHA256),
})

const manifestSchema = z.object({
  /** Rises when an earlier version of the site could not read it. */
  format: z.literal(1),
  paper: z.string(),
  madeAt: z.iso.datetime(),
  store: fileSchema,
  files: z.array(fileSchema),
})

/**
 * What a backup consists of. It is written last: a folder without one is no backup, and one with it is complete.
 * `store` is the copy of the store, `files` are the pictures and the secret, sorted by path.
 */
export type Manifest = z.infer<typeof manifestSchema>

/** The manifest in `folder`; null when there is none. Throws BackupProblem when it cannot be used. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const file = join(folder, MANIFEST)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    throw new BackupProblem(`${file} is damaged, or was written by a newer version of Broadsheet.`)
  }
}

/** Writes the manifest of `folder`, in place of an earlier one at once. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = join(folder, MANIFEST)
  await writeFile(file + UNFINISHED, `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
  await syncToDisk(file + UNFINISHED)
  await rename(file + UNFINISHED, file)
  await syncToDisk(folder)
}
