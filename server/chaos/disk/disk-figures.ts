import { changedFiles, fullDisk } from '@/server/chaos/disk/full-disk'
import { startFaults } from '@/server/chaos/disk/start-faults'
import { Tally } from '@/server/chaos/disk/tally'

export interface DiskFigures {
  diskCases: number
  /** Expectations that did not hold; each was reported. */
  diskWrong: number
}

/** A disk that is full or read-only, and a store that is damaged, cut short, emptied, newer, gone or replaced. */
export async function diskFigures({
  dataDir,
  report,
}: {
  dataDir: string
  report: (line: string) => void
}): Promise<DiskFigures> {
  const tally = new Tally(report)
  await startFaults(dataDir, tally)
  await changedFiles(dataDir, tally)
  await fullDisk(dataDir, tally)
  return { diskCases: tally.cases, diskWrong: tally.wrong }
}
