import { readFileSync } from 'node:fs'

/** Something that a command was given is wrong; the message says what and what to do, for whoever typed it. */
export class CommandProblem extends Error {}

const WRONG: Record<string, string> = {
  ENOENT: 'There is no file',
  ENOTDIR: 'There is no file',
  EISDIR: 'This is a folder, not a file:',
  EACCES: 'This file may not be read:',
  EPERM: 'This file may not be read:',
  EAGAIN: 'Nothing comes in. Send the text to the command with < or a pipe, in place of',
}

/** The text of `file`; of standard input for “-”. Throws CommandProblem when it cannot be read. */
export function inputText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const words = WRONG[code]
    if (!words) throw error
    throw new CommandProblem(`${words} ${file}.`, { cause: error })
  }
}
