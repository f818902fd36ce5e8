import { makeBackup } from '@/server/backup/make-backup'

const USAGE = `npm run broadsheet -- backup FOLDER    also while the site runs; into an empty folder, or one with an earlier backup`

/** `backup FOLDER`: makes a backup of the paper, and prints what is in it; returns the exit status. */
export async function backup({ dataDir, args, now }: { dataDir: string; args: string[]; now: Date }): Promise<number> {
  const [folder, ...rest] = args
  if (!folder || rest.length) {
    console.error(USAGE)
    return 2
  }
  const { paper, stories, files, copied, missing } = await makeBackup({ dataDir, folder, now })
  console.log(
    `Backed up “${paper}”: ${stories} stories, ${files} files of pictures (${copied} of them new) in ${folder}.`,
  )
  console.log('It holds the secret of the site and the tokens of receivers: guard it like the site itself.')
  for (const path of missing)
    console.error(`A picture in the store has no file ${path}: it is missing in the data folder.`)
  return 0
}
