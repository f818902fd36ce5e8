import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { storeFile } from '@/db/store/open'
import { asUnusable } from '@/db/store/sound-file'
import { storageFault } from '@/db/store/storage-fault'
import {
  type BackupFile,
  copyFile,
  fileFacts,
  isMissing,
  isUnchanged,
  mediaFiles,
  UNFINISHED,
} from '@/server/backup/backup-files'
import { BackupProblem, type Manifest, readManifest, writeManifest } from '@/server/backup/manifest'
import { copyStore, soundContent } from '@/server/backup/store-copy'
import { refuseLostStore } from '@/server/data-folder/paper-mark'

/** Holds the number of the process that writes to the folder. */
const LOCK = 'backup-is-under-way'

/** What a folder of backups may hold: a backup, or what is left of one that did not finish. */
const OWN =
  /^(?:manifest\.json|secret|media|backup-is-under-way|lost\+found|broadsheet-[0-9a-f]{16}\.sqlite|.*\.unfinished(?:-wal|-shm|-journal)?)$/

interface BackupOptions {
  dataDir: string
  /** Made when absent. With an earlier backup in it, only what is new is copied. */
  folder: string
  now: Date
}

export interface BackupResult {
  paper: string
  stories: number
  /** Pictures' files in the backup, and how many of them were copied now. */
  files: number
  copied: number
  /** Files that stories refer to and that are not in the media folder. */
  missing: string[]
}

/**
 * Makes a backup of the paper in `dataDir`, also while the site runs: the store as it is at one instant, every picture, and
 * the secret. An earlier backup in the folder is whole until the new one is, and then replaced by it.
 * Throws BackupProblem or UnusableStore, in words; the earlier backup is then as it was.
 */
export async function makeBackup({ dataDir, folder, now }: BackupOptions): Promise<BackupResult> {
  refuseLostStore(dataDir)
  if (!existsSync(storeFile(dataDir))) throw new BackupProblem(`There is no paper in ${dataDir}.`)
  const target = resolve(folder)
  await mkdir(target, { recursive: true, mode: 0o700 })
  await refuseFolder(dataDir, target)
  const release = await lock(target)
  const written: string[] = []
  try {
    const earlier = await readManifest(target)
    const files = new Map<string, BackupFile>()
    const copy = async (path: string) => {
      if (files.has(path)) return
      const file = await copyUnlessThere({ dataDir, target, path, earlier })
      if (!file) return
      if (file.isNew) written.push(path)
      files.set(path, file.facts)
    }
    // Pictures first, because one that is deleted meanwhile may be in the copy of the store; then what came meanwhile.
    for (const path of await mediaFiles(dataDir)) await copy(path)
    const { store, content } = await storeIn(target, dataDir)
    if (store.path !== earlier?.store.path) written.push(store.path)
    for (const path of await mediaFiles(dataDir)) await copy(path)
    await copy('secret')
    const manifest: Manifest = {
      format: 1,
      paper: content.paper,
      madeAt: now.toISOString(),
      store,
      files: [...files.values()].sort((one, other) => (one.path < other.path ? -1 : 1)),
    }
    await writeManifest(target, manifest)
    await removeOthers(target, manifest)
    return {
      paper: content.paper,
      stories: content.stories,
      files: files.size - (files.has('secret') ? 1 : 0),
      copied: written.filter((path) => path.startsWith('media/')).length,
      missing: content.media.filter((path) => !files.has(path)),
    }
  } catch (error) {
    for (const path of written) await rm(join(target, path), { force: true })
    throw storageFault(error)?.kind === 'damaged' ? asUnusable(storeFile(dataDir), error) : error
  } finally {
    await release()
  }
}

/** The file at `path` of the data folder in the backup, and whether it was copied now; null when it is gone meanwhile. */
async function copyUnlessThere(from: { dataDir: string; target: string; path: string; earlier: Manifest | null }) {
  const { dataDir, target, path, earlier } = from
  const [source, copy] = [join(dataDir, path), join(target, path)]
  try {
    const before = earlier?.files.find((file) => file.path === path)
    // The secret is short, and the one file here that may change under its name.
    if (before && path !== 'secret') {
      const there = await stat(copy).catch(() => null)
      if (there && there.size === before.bytes && isUnchanged(there, await stat(source))) {
        return { facts: before, isNew: false }
      }
    }
    return { facts: { path, ...(await copyFile(source, copy)) }, isNew: !before }
  } catch (error) {
    if (isMissing(error) && !existsSync(source)) return null
    throw error
  }
}

/** Copies the store into `target`, named by its content, and reads the copy as a whole. */
async function storeIn(target: string, dataDir: string) {
  const unfinished = join(target, `store${UNFINISHED}`)
  const clear = async () => {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(unfinished + end, { force: true })
  }
  await clear()
  try {
    // Made before SQLite makes it, so that nobody else can ever read it.
    await writeFile(unfinished, '', { mode: 0o600 })
    await copyStore(storeFile(dataDir), unfinished)
    const content = await soundContent(unfinished)
    const facts = await fileFacts(unfinished)
    const path = `broadsheet-${facts.sha256.slice(0, 16)}.sqlite`
    await rename(unfinished, join(target, path))
    return { store: { path, ...facts }, content }
  } catch (error) {
    await clear()
    throw error
  }
}

/** Removes what the manifest does not name: the store of the backup before, and pictures that were deleted since. */
async function removeOthers(target: string, { store, files }: Manifest): Promise<void> {
  const kept = new Set([store.path, ...files.map(({ path }) => path)])
  for (const path of await mediaFiles(target)) if (!kept.has(path)) await rm(join(target, path))
  for (const name of await readdir(target)) {
    const isEarlier = /^broadsheet-.*\.sqlite$/.test(name) || name === 'secret' || name.includes(UNFINISHED)
    if (isEarlier && !kept.has(name)) await rm(join(target, name), { force: true })
  }
}

async function refuseFolder(dataDir: string, target: string): Promise<void> {
  const [data, backup] = [realpathSync(dataDir) + sep, realpathSync(target) + sep]
  if (data.startsWith(backup) || backup.startsWith(data)) {
    throw new BackupProblem(
      `${target} and the data folder ${dataDir} lie in one another. A backup belongs into another folder, best on another disk.`,
    )
  }
  const others = (await readdir(target)).filter((name) => !OWN.test(name))
  if (others.length) {
    throw new BackupProblem(
      `${target} holds something else, such as “${others[0]}”. Choose an empty folder, or one with an earlier backup.`,
    )
  }
}

/** Keeps other backups out of the folder until the returned function is called. */
async function lock(target: string): Promise<() => Promise<void>> {
  const file = join(target, LOCK)
  for (let attempt = 1; ; attempt++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rm(file, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const pid = Number(readFileSync(file, 'utf8'))
    if (attempt > 1 || (pid !== process.pid && isAlive(pid))) {
      throw new BackupProblem(
        `Another backup into ${dirname(file)} is under way (process ${pid}). If there is none, remove the file ${basename(file)} there.`,
      )
    }
    // Left behind by a process that was ended.
    await rm(file, { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
