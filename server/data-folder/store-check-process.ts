import { setPriority } from 'node:os'
import Sqlite from 'better-sqlite3'
import { boundMemory } from '@/db/store/connection-memory'
import { damageInTables } from '@/db/store/sound-file'

/*
 * The process that reads a whole store (see StoreCheck). Its argument is the file. It says what is wrong, and nothing for a
 * sound store. It ends with its parent, and not with a signal to the whole group.
 */

const [, , file = ''] = process.argv
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))

try {
  setPriority(19)
} catch {
  // The system refuses it.
}
const client = new Sqlite(file, { readonly: true, fileMustExist: true })
client.pragma('busy_timeout = 5000')
boundMemory(client, 'reading through')
const found = damageInTables(client)
client.close()
if (found === null) process.disconnect?.()
else process.send?.(found, () => process.disconnect?.())
