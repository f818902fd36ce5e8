import { UnusableStore } from '@/db/store/sound-file'
import { storageFault } from '@/db/store/storage-fault'
import { BackupProblem } from '@/server/backup/manifest'
import { CommandProblem } from '@/server/commands/command-problem'
import { SettingProblem } from '@/server/settings'

/**
 * What whoever runs the site is told of an error that ended a start or a command, when the error is one of the settings,
 * of what a command was given, of the store or of the disk; null for any other, which is a fault of the program.
 */
export function failureWords(error: unknown): string | null {
  const foreseen = [SettingProblem, UnusableStore, BackupProblem, CommandProblem]
  if (error instanceof Error && foreseen.some((kind) => error instanceof kind)) return error.message
  const fault = storageFault(error)
  if (!fault) return null
  const said = error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : String(error)
  return `This failed, because ${fault.clause} (${said}). ${fault.remedy}`
}
