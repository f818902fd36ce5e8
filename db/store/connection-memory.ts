import type Sqlite from 'better-sqlite3'

/**
 * How much of the file a connection keeps in memory at most, in KiB, by what it is for:
 * - serving: the two of each process, one that reads and one that writes. Pages of 100,000 stories are made as quickly as
 *   with 64 MiB: the system keeps the file in memory as well;
 * - queries: each thread has one;
 * - reading through: snapshots and checks read every page once, so that more would only be held.
 */
const CACHE_KIB = { serving: 16 * 1024, queries: 16 * 1024, 'reading through': 2000 } as const

/**
 * Bounds what a connection holds. The file is not memory-mapped, which is no faster: a file that is cut short while it is
 * mapped, as `cp` over it does, ends the process by SIGBUS.
 */
export function boundMemory(client: Sqlite.Database, use: keyof typeof CACHE_KIB): void {
  client.pragma('mmap_size = 0')
  client.pragma(`cache_size = -${CACHE_KIB[use]}`)
}
