/** What keeps the site from reading or writing its store or its files. */
export interface StorageFault {
  kind: 'full' | 'read-only' | 'damaged' | 'replaced' | 'failing' | 'unreachable' | 'busy'
  /** The HTTP status of an answer that failed for it: 507 when the disk is full, otherwise 503. */
  status: 503 | 507
  /** The fault in a clause that goes on after “because” or a colon, without a full stop. */
  clause: string
  /** What whoever runs the site can do about it: one sentence. */
  remedy: string
}

const FAULTS = {
  full: {
    kind: 'full',
    status: 507,
    clause: 'the disk of the site is full',
    remedy: 'Make room on it; the site goes on by itself.',
  },
  'read-only': {
    kind: 'read-only',
    status: 503,
    clause: 'the site may not write to its disk',
    remedy: 'Let the user that the site runs as write to the data folder; the site goes on by itself.',
  },
  damaged: {
    kind: 'damaged',
    status: 503,
    clause: 'the store of the site is damaged',
    remedy: 'Stop the site and restore a backup: npm run broadsheet -- restore FOLDER.',
  },
  replaced: {
    kind: 'replaced',
    status: 503,
    clause: 'the file of the store was removed, replaced or emptied while the site runs',
    remedy: 'Stop the site before you touch its files; put the store back, or restore a backup, and start it again.',
  },
  failing: {
    kind: 'failing',
    status: 503,
    clause: 'the disk of the site reports errors',
    remedy: 'Look at the disk and at the log of the machine, and make a backup if one can still be made.',
  },
  unreachable: {
    kind: 'unreachable',
    status: 503,
    clause: 'the site cannot reach its store',
    remedy: 'Look whether the disk with the data folder is there and whether the site may read it.',
  },
  busy: {
    kind: 'busy',
    status: 503,
    clause: 'another program keeps the store of the site locked',
    remedy: 'Close the program that has the store open, or wait until it is done.',
  },
} as const satisfies Record<StorageFault['kind'], StorageFault>

/** The open store is no longer the file at its path: what is written would be lost with the process. */
export class StoreReplaced extends Error {
  readonly code = 'STORE_REPLACED'
}

/** Result codes of SQLite by their beginning (https://sqlite.org/rescode.html), and error codes of the file system. */
const BY_CODE: [beginning: string, kind: StorageFault['kind']][] = [
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['STORE_REPLACED', 'replaced'],
  ['SQLITE_IOERR', 'failing'],
  ['EIO', 'failing'],
  ['EFBIG', 'failing'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['ESTALE', 'unreachable'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
]

/** Refused accesses are a fault of the disk only where a file was meant; a port can be refused as well. */
const FILE_CALLS = [
  'open',
  'mkdir',
  'mkdtemp',
  'write',
  'rename',
  'unlink',
  'rm',
  'rmdir',
  'copyfile',
  'chmod',
  'scandir',
]
const REFUSED = ['EACCES', 'EPERM']

/** Causes of causes end somewhere; a circle of them would not. */
const DEEPEST_CAUSE = 8

/** The fault of the disk or the store for which `error` or one of its causes was thrown; null for any other error. */
export function storageFault(error: unknown): StorageFault | null {
  let at = error
  for (let depth = 0; depth < DEEPEST_CAUSE && typeof at === 'object' && at !== null; depth++) {
    const kind = kindOf(at)
    if (kind) return FAULTS[kind]
    at = 'cause' in at ? at.cause : null
  }
  return null
}

/** Why a request of an editor was not carried out because of `fault`, and what to do, in the editor's words. */
export function faultForEditors({ kind, clause }: StorageFault): string {
  const then =
    kind === 'busy' ? 'Try again in a moment.' : 'Tell whoever runs the site, and try again once that is mended.'
  return `This was not done, because ${clause}. ${then}`
}

function kindOf(error: object): StorageFault['kind'] | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const found = BY_CODE.find(([beginning]) => code === beginning || code.startsWith(`${beginning}_`))
  if (found) return found[1]
  const call = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : ''
  return REFUSED.includes(code) && FILE_CALLS.includes(call) ? 'read-only' : null
}
