// Pages of the desk and the server are bundled apart, and write the same files.
const TURNS = Symbol.for('broadsheet.picture-turns')
const shared = globalThis as { [TURNS]?: Map<string, Promise<unknown>> }
shared[TURNS] ??= new Map()
const turns = shared[TURNS]

/**
 * Does `work` on the files whose names begin with `stem`, below `dataDir`/media, after everything else that was begun in
 * this process on the same ones: an upload of bytes that are being deleted waits, and the other way round. `work` must
 * not ask for another turn. Returns and throws what it does.
 */
export async function inTurn<T>(
  { dataDir, stem }: { dataDir: string; stem: string },
  work: () => Promise<T>,
): Promise<T> {
  const key = `${dataDir}\n${stem}`
  const turn = (turns.get(key) ?? Promise.resolve()).catch(() => {}).then(work)
  turns.set(key, turn)
  try {
    return await turn
  } finally {
    if (turns.get(key) === turn) turns.delete(key)
  }
}
