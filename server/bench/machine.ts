import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'

/** The measured server runs on the first core alone; clients run on the second. */
const CORES = { server: '0', client: '1' }

export type Role = keyof typeof CORES

const canPin = Object.values(CORES).every((core) => spawnSync('taskset', ['-c', core, 'true']).status === 0)

export const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  pinned: canPin,
}

/** `command` on the core of its role, where the machine lets us choose. The process keeps its id. */
export function onCore(role: Role, command: string, args: string[]): [command: string, args: string[]] {
  return canPin ? ['taskset', ['-c', CORES[role], command, ...args]] : [command, args]
}

/** Moves the bench itself to the core of the clients, or back to all cores. */
export function pinTo(where: 'client' | 'everywhere'): void {
  if (!canPin) return
  const cores = where === 'client' ? CORES.client : `0-${cpus().length - 1}`
  spawnSync('taskset', ['-a', '-c', '-p', cores, String(process.pid)])
}

/** Milliseconds on the monotonic clock, which all processes of this machine share. */
export function sharedMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

export function isInstalled(command: string): boolean {
  return spawnSync('which', [command]).status === 0
}
