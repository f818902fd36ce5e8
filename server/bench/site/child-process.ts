import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onCore, type Role } from '@/server/bench/machine'

const OUT_WITHIN_MS = 10_000

/** Starts a process on the core of its role, or wherever the bench runs for null; it never outlives the bench. */
export function startChild(role: Role | null, command: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = role === null ? spawn(command, args, options) : spawn(...onCore(role, command, args), options)
  // SIGTERM, because nginx ends its worker only then.
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

/** Ends a process by SIGTERM, and by SIGKILL when it does not end. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), OUT_WITHIN_MS)
  await ended
  clearTimeout(impatience)
}

/** The output of the command. Throws when it fails or takes longer than `withinMs`. */
export async function outputOf(
  role: Role | null,
  command: string,
  args: string[],
  { withinMs, env = process.env }: { withinMs: number; env?: NodeJS.ProcessEnv },
): Promise<string> {
  const options: SpawnOptions = { stdio: ['ignore', 'pipe', 'pipe'], env }
  const child = role === null ? spawn(command, args, options) : startChild(role, command, args, options)
  let output = ''
  let complaints = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk
  })
  const impatience = setTimeout(() => child.kill('SIGKILL'), withinMs)
  const [status] = await once(child, 'close')
  clearTimeout(impatience)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${complaints.slice(-2000)}`)
  return output
}
