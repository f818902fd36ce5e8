import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { incomingFolder, UNFINISHED_PICTURE } from '@/db/pictures/incoming-files'

/**
 * Removes what a process that was killed has left unfinished below `dataDir`/media. What another running process is
 * writing stays. To be called before this process writes anything.
 */
export async function removeUnfinished(dataDir: string): Promise<void> {
  const incoming = incomingFolder(dataDir)
  for (const name of await readdir(incoming).catch(() => [])) {
    if (isLeft(name)) await rm(join(incoming, name), { recursive: true, force: true })
  }
  for (const folder of ['media', 'media/originals']) {
    const names = await readdir(join(dataDir, folder)).catch(() => [])
    for (const name of names) {
      if (name.endsWith(UNFINISHED_PICTURE) && isLeft(name)) await rm(join(dataDir, folder, name), { force: true })
    }
  }
}

/** Whether no other running process has the unfinished file or folder of this name, which holds the number of its process. */
function isLeft(name: string): boolean {
  const pid = Number(/[-.](\d+)-[^-]*$/.exec(name)?.[1] ?? 0)
  if (pid === 0 || pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}
