import { type Store, writingClient } from '@/db/store/open'

/** Lets the store grow no further, as a full disk does: SQLite then answers SQLITE_FULL. */
export function fillDisk(store: Store): void {
  const client = writingClient(store)
  client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`)
}

/** Lets the store grow again. */
export function makeRoom(store: Store): void {
  writingClient(store).pragma('max_page_count = 1073741823')
}

/** Lets nothing be written to the store, as a disk that can only be read does, or lets it be written to again. */
export function setReadOnly(store: Store, isReadOnly: boolean): void {
  writingClient(store).pragma(`query_only = ${isReadOnly ? 'ON' : 'OFF'}`)
}
