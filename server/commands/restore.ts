import { restoreBackup } from '@/server/backup/restore-backup'

const USAGE = `npm run broadsheet -- restore FOLDER    a folder that “backup” has made; the site has to be stopped`

/** `restore FOLDER`: puts a backup in place of the paper, and prints what was replaced; returns the exit status. */
export async function restore({ dataDir, args, now }: { dataDir: string; args: string[]; now: Date }): Promise<number> {
  const [folder, ...rest] = args
  if (!folder || rest.length) {
    console.error(USAGE)
    return 2
  }
  const { paper, madeAt, stories, files, replaced } = await restoreBackup({ dataDir, folder, now })
  console.log(
    `Restored “${paper}” as it was at ${madeAt.toISOString()}: ${stories} stories, ${files} files of pictures in ${dataDir}.`,
  )
  if (replaced !== null)
    console.log(`What it replaced is in ${replaced}. Remove that folder when you no longer need it.`)
  return 0
}
