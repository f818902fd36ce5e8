import { getPriority, setPriority } from 'node:os'

/**
 * Sets this thread back behind the one that serves, by `niceness` steps of `nice`. On Linux a priority belongs to the thread
 * that sets it; elsewhere nothing happens, because it would lower the whole process.
 */
export function lowerThreadPriority(niceness: number): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(0, Math.min(19, getPriority(0) + niceness))
  } catch {
    // The system refuses it.
  }
}
