import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The shortest limit of a socket's path among the systems that Node.js runs on (macOS, sun_path), without its end. */
const MAX_PATH_LENGTH = 103

/** A site that is busy rendering answers within that time, or finds the change at its next look at the log. */
const ANSWERED_WITHIN_MS = 2000

/**
 * Where the site that runs on `dataDir` listens for commands on the same store: in the folder, or, when the path would be
 * too long for a socket, in the folder for temporary files. Connecting needs the right to write to it, which its owner
 * alone has.
 */
export function siteSocketPath(dataDir: string): string {
  const folder = realpathSync(dataDir)
  const path = join(folder, 'site.sock')
  const name = `broadsheet-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return Buffer.byteLength(path) <= MAX_PATH_LENGTH ? path : join(tmpdir(), `${name}.sock`)
}

/**
 * Listens for commands that have changed the store: `onChange` runs for each, and the command waits for it. Nothing that
 * is sent is read. null when another site already listens for this folder, or when nothing can listen there: changes are
 * then found by polling the store.
 */
export async function listenForCommands(dataDir: string, onChange: () => Promise<void>): Promise<Server | null> {
  const path = siteSocketPath(dataDir)
  if (await wakeSite(dataDir)) return null
  // Left behind by a site that was killed.
  rmSync(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.resume()
    onChange()
      .catch((error) => console.error('a change by a command could not be followed', error))
      .finally(() => socket.end('followed\n'))
  })
  try {
    server.listen(path)
    await once(server, 'listening')
    if (process.platform !== 'win32') chmodSync(path, 0o600)
  } catch (error) {
    console.error('changes by commands are followed a little later, because nothing can listen for them', error)
    return null
  }
  server.unref()
  return server
}

/** Tells the site that runs on `dataDir` that the store has changed, and waits until its pages follow; false without one. */
export async function wakeSite(dataDir: string): Promise<boolean> {
  const socket = connect(siteSocketPath(dataDir))
  const answered = new Promise<boolean>((resolve) => {
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    // It runs, and cannot answer now.
    socket.setTimeout(ANSWERED_WITHIN_MS, () => resolve(true))
  })
  try {
    return await answered
  } finally {
    socket.destroy()
  }
}
