import { setPriority } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { boundMemory } from '@/db/store/connection-memory'
import { damageInTables } from '@/db/store/sound-file'

/*
 * The process that reads a whole store (see StoreCheck). Its argument is the file. It says what is wrong, and nothing for a
 * sound store. It ends with its parent, and not with a signal to the whole group. SQLite reads on a thread of its own,
 * because the thread on which it reads learns of nothing until it has finished.
 */

if (isMainThread) watch(process.argv[2] ?? '')
else parentPort?.postMessage(damageIn(String(workerData)))

function watch(file: string): void {
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => {})
  // Not `exit`, which waits for the other thread.
  const end = () => process.kill(process.pid, 'SIGKILL')
  process.on('disconnect', end)
  // The parent went while this module was loaded.
  if (!process.connected) end()
  try {
    setPriority(19)
  } catch {
    // The system refuses it.
  }
  // The thread takes over the priority.
  const reading = new Worker(new URL(import.meta.url), { workerData: file })
  reading.once('message', (found: string | null) => {
    if (found === null) process.exit(0)
    process.send?.(found, () => process.exit(0))
  })
}

function damageIn(file: string): string | null {
  const client = new Sqlite(file, { readonly: true, fileMustExist: true })
  client.pragma('busy_timeout = 5000')
  boundMemory(client, 'reading through')
  const found = damageInTables(client)
  client.close()
  return found
}
