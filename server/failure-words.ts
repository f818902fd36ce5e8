import { UnusableStore } from '@/db/store/sound-file'
import { storageFault } from '@/db/store/storage-fault'
import { BackupProblem } from '@/server/backup/manifest'
import { CommandProblem } from '@/server/commands/command-problem'
import { DoorFolderProblem } from '@/server/front-door/door-folder'
import { SettingProblem } from '@/server/settings'

/**
 * What whoever runs the site is told of an error that ended a start or a command, when the error is one of the settings,
 * of what a command was given, of the store or of the disk; null for any other, which is a fault of the program.
 */
export function failureWords(error: unknown): string | null {
  const foreseen = [SettingProblem, UnusableStore, BackupProblem, CommandProblem, DoorFolderProblem]
  if (error instanceof Error && foreseen.some((kind) => error instanceof kind)) return error.message
  const fault = storageFault(error)
  if (!fault) return misplacedPath(error)
  const said = error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : String(error)
  return `This failed, because ${fault.clause} (${said}). ${fault.remedy}`
}

const MISPLACED: Record<string, string> = {
  EEXIST: 'A folder is wanted here, and a file is in its place',
  ENOTDIR: 'A folder is wanted here, and a file is in its place',
  EISDIR: 'A file is wanted here, and a folder is in its place',
}

/** What is said of a path that leads to a file in place of a folder, or the other way round; null for another error. */
function misplacedPath(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null
  const words = MISPLACED[String(error.code)]
  return words ? `${words}: ${error.path}. Name another path.` : null
}
