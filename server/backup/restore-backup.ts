import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, rmdir, statfs, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { closeStore, openStore, storeFile } from '@/db/store/open'
import { storageFault } from '@/db/store/storage-fault'
import { type BackupFile, copyFile, isMissing } from '@/server/backup/backup-files'
import { BackupProblem, type Manifest, readManifest } from '@/server/backup/manifest'
import { soundContent } from '@/server/backup/store-copy'
import { markPaper, restoringMark } from '@/server/data-folder/paper-mark'
import { wakeSite } from '@/server/data-folder/site-socket'

/** What a restore replaces in the data folder. The log and the index belong to the store. */
const REPLACED = ['broadsheet.sqlite', 'broadsheet.sqlite-wal', 'broadsheet.sqlite-shm', 'media', 'secret']

const MIB = 1024 ** 2

interface RestoreOptions {
  dataDir: string
  folder: string
  now: Date
}

export interface RestoreResult {
  paper: string
  /** When the backup was made. */
  madeAt: Date
  stories: number
  files: number
  /** The folder with what was replaced; null when there was nothing. */
  replaced: string | null
}

/**
 * Restores the backup in `folder` into `dataDir`. First everything is copied beside what is there, and each byte of the
 * copy is compared with the manifest; only then does it take its place, and what it replaces is kept in a folder of its
 * own below `dataDir`.
 * Throws BackupProblem or UnusableStore, in words, with the data folder as it was: when the site runs, when the backup is
 * not whole or damaged, when it was made by a newer version, or when there is no room.
 */
export async function restoreBackup({ dataDir, folder, now }: RestoreOptions): Promise<RestoreResult> {
  const manifest = await readManifest(folder)
  if (!manifest) {
    throw new BackupProblem(
      `There is no whole backup in ${resolve(folder)}: its manifest.json, which is written last, is missing.`,
    )
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await refuseWhileInUse(dataDir)
  await refuseWithoutRoom(dataDir, manifest)
  const staged = await mkdtemp(join(dataDir, 'restore-'))
  try {
    const content = await stage({ folder, staged, manifest })
    await refuseWhileInUse(dataDir)
    const replaced = await replace({ dataDir, staged, now })
    markPaper(dataDir)
    return {
      paper: content.paper,
      stories: content.stories,
      madeAt: new Date(manifest.madeAt),
      replaced,
      files: manifest.files.filter(({ path }) => path.startsWith('media/')).length,
    }
  } finally {
    await rm(staged, { recursive: true, force: true })
  }
}

/** Copies every file of the backup into `staged`, and reads the store as a whole. */
async function stage(from: { folder: string; staged: string; manifest: Manifest }) {
  const { folder, staged, manifest } = from
  const store = storeFile(staged)
  await verifiedCopy(join(folder, manifest.store.path), store, manifest.store)
  await mkdir(join(staged, 'media'), { recursive: true, mode: 0o700 })
  for (const file of manifest.files) await verifiedCopy(join(folder, file.path), join(staged, file.path), file)
  const content = await soundContent(store)
  // Says in words when a newer version has written it, and migrates the store of an earlier one.
  await closeStore(openStore(store))
  return content
}

async function verifiedCopy(source: string, target: string, expected: BackupFile): Promise<void> {
  try {
    const { bytes, sha256 } = await copyFile(source, target)
    if (bytes === expected.bytes && sha256 === expected.sha256) return
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new BackupProblem(`The backup is not whole: ${source} is missing. Nothing was changed.`)
  }
  throw new BackupProblem(
    `The backup is damaged: ${source} is not what was saved. Nothing was changed. Use another backup.`,
  )
}

/** Puts what is in `staged` in its place; the folder with what was there before, null without any. */
async function replace(from: { dataDir: string; staged: string; now: Date }): Promise<string | null> {
  const { dataDir, staged, now } = from
  const kept = join(dataDir, `replaced-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`)
  await mkdir(kept, { recursive: true, mode: 0o700 })
  const mark = restoringMark(dataDir)
  const moved: [from: string, to: string][] = []
  const move = async (source: string, target: string) => {
    if (!existsSync(source)) return
    await rename(source, target)
    moved.push([source, target])
  }
  // A start in between would serve half of one paper and half of another.
  await writeFile(mark.file, mark.words, { mode: 0o600 })
  try {
    for (const name of REPLACED) await move(join(dataDir, name), join(kept, name))
    const hadBefore = moved.length > 0
    for (const name of REPLACED) await move(join(staged, name), join(dataDir, name))
    await rm(mark.file)
    if (!hadBefore) await rmdir(kept)
    return hadBefore ? kept : null
  } catch (error) {
    for (const [source, target] of moved.reverse()) await rename(target, source)
    await rm(mark.file, { force: true })
    await rmdir(kept).catch(() => {})
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'EBUSY' && code !== 'EXDEV') throw error
    throw new BackupProblem(
      `Something in ${dataDir} is a disk of its own and cannot be moved aside. Nothing was changed. Restore into another folder, and move it there by hand.`,
    )
  }
}

async function refuseWhileInUse(dataDir: string): Promise<void> {
  if ((await wakeSite(dataDir)) || isOpenElsewhere(storeFile(dataDir))) {
    throw new BackupProblem(
      `The site runs on ${dataDir}, or another program has its store open. Stop it first; nothing was changed.`,
    )
  }
}

/** Whether another process has the store open. One that cannot be read is not open in a sound site. */
function isOpenElsewhere(file: string): boolean {
  if (!existsSync(file)) return false
  let client: Sqlite.Database | null = null
  try {
    client = new Sqlite(file, { fileMustExist: true, timeout: 0 })
    // Without the index of the log, which others share, only one connection can be open (https://sqlite.org/wal.html#noshm).
    client.pragma('locking_mode = EXCLUSIVE')
    client.exec('begin immediate')
    client.exec('rollback')
    return false
  } catch (error) {
    return storageFault(error)?.kind === 'busy'
  } finally {
    client?.close()
  }
}

async function refuseWithoutRoom(dataDir: string, { store, files }: Manifest): Promise<void> {
  const needed = [store, ...files].reduce((sum, { bytes }) => sum + bytes, 0)
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize > needed) return
  const [needs, has] = [Math.ceil(needed / MIB), Math.floor((bavail * bsize) / MIB)]
  throw new BackupProblem(
    `The restore needs ${needs} MiB, and the disk of ${dataDir} has ${has} MiB left. Make room; nothing was changed.`,
  )
}
